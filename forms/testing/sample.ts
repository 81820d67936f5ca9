/** A form with every kind of component, for tests. */
export const SAMPLE = {
  display: 'wizard',
  name: 'sample',
  title: 'Biểu mẫu thử',
  properties: { en: 'Sample form' },
  components: [
    {
      type: 'panel',
      key: 'person',
      title: 'Người yêu cầu',
      properties: { en: 'Applicant' },
      components: [
        {
          type: 'content',
          key: 'intro',
          html: '<p>Nhập như trong <b>giấy tờ</b>.</p><ul><li>Một</li><li>Hai</li></ul>',
        },
        {
          type: 'textfield',
          key: 'requester.fullName',
          label: 'Họ, chữ đệm, tên',
          properties: { en: 'Full name', format: 'personName', autocomplete: 'name' },
          validate: { required: true, maxLength: 60 },
        },
        {
          type: 'datetime',
          key: 'requester.birthDate',
          label: 'Ngày sinh',
          enableTime: false,
          validate: { required: true, maxDate: 'today' },
        },
        {
          type: 'radio',
          key: 'requester.sex',
          label: 'Giới tính',
          properties: { catalogue: 'sexes' },
          validate: { required: true },
        },
        {
          type: 'citizenId',
          key: 'requester.personalId',
          label: 'Số định danh cá nhân',
          properties: { birthDate: 'requester.birthDate', sex: 'requester.sex' },
        },
        { type: 'phoneNumber', key: 'requester.phone', label: 'Số điện thoại', validate: { required: true } },
        {
          type: 'email',
          key: 'requester.email',
          label: 'Thư điện tử',
          description: 'Nhận thông báo qua thư',
        },
        { type: 'address', key: 'requester.home', label: 'Nơi cư trú', validate: { required: true } },
      ],
    },
    {
      type: 'panel',
      key: 'family',
      title: 'Gia đình',
      components: [
        {
          type: 'radio',
          key: 'motherKnown',
          label: 'Có thông tin mẹ',
          values: [
            { label: 'Có', value: 'yes', en: 'Yes' },
            { label: 'Không', value: 'no', en: 'No' },
          ],
          validate: { required: true },
        },
        {
          type: 'container',
          key: 'mother',
          label: 'Người mẹ',
          conditional: { show: true, when: 'motherKnown', eq: 'yes' },
          components: [
            {
              type: 'textfield',
              key: 'fullName',
              label: 'Họ và tên mẹ',
              properties: { format: 'personName' },
              validate: { required: true },
            },
            {
              type: 'datetime',
              key: 'birthDate',
              label: 'Năm sinh',
              enableTime: false,
              properties: { format: 'partialDate', input: 'text' },
            },
            { type: 'select', key: 'ethnic', label: 'Dân tộc', properties: { catalogue: 'ethnicGroups' } },
            { type: 'radio', key: 'married', label: 'Đã kết hôn', properties: { catalogue: 'yesNo' } },
          ],
        },
        {
          type: 'textfield',
          key: 'marriageNumber',
          label: 'Số giấy chứng nhận kết hôn',
          conditional: {
            show: true,
            conjunction: 'all',
            conditions: [{ component: 'mother.married', operator: 'isEqual', value: 'yes' }],
          },
          validate: { required: true, pattern: '\\d+/\\d{4}', customMessage: 'Nhập số/năm, ví dụ 12/2020.' },
        },
        {
          type: 'datagrid',
          key: 'members',
          label: 'Thành viên',
          validate: { maxLength: 5 },
          components: [
            { type: 'textfield', key: 'name', label: 'Họ tên', validate: { required: true } },
            { type: 'number', key: 'age', label: 'Tuổi', validate: { min: 0, max: 120, integer: true } },
            {
              type: 'textfield',
              key: 'school',
              label: 'Trường học',
              conditional: { show: true, when: 'members.age', eq: '6' },
              validate: { required: true },
            },
          ],
        },
      ],
    },
    {
      type: 'panel',
      key: 'papers',
      title: 'Giấy tờ',
      components: [
        {
          type: 'file',
          key: 'birthProof',
          label: 'Giấy chứng sinh',
          filePattern: '.pdf,.jpg',
          fileMaxSize: '5MB',
          validate: { required: true },
          properties: { componentCode: 'KQ004389' },
        },
        { type: 'file', key: 'others', label: 'Giấy tờ khác', multiple: true },
        {
          type: 'number',
          key: 'copies',
          label: 'Số bản sao',
          suffix: 'bản',
          validate: { min: 1, max: 20, integer: true },
        },
        {
          type: 'selectboxes',
          key: 'reasons',
          label: 'Lý do',
          values: [
            { label: 'A', value: 'a' },
            { label: 'B', value: 'b' },
          ],
        },
        { type: 'textarea', key: 'note', label: 'Ghi chú', rows: 4 },
        {
          type: 'checkbox',
          key: 'promise',
          label: 'Tôi cam đoan lời khai đúng sự thật',
          validate: { required: true },
        },
        { type: 'button', key: 'submit', label: 'Gửi', action: 'submit' },
      ],
    },
  ],
};

export const SAMPLE_DATA = {
  requester: {
    fullName: "K'Brừi Nguyễn Thị Ánh",
    birthDate: '1990-03-05',
    sex: 'female',
    personalId: '015190001234',
    phone: '0912345678',
    email: 'anh@example.vn',
    home: { province: '15', commune: '02647', detail: 'Tổ 3' },
  },
  motherKnown: 'yes',
  mother: { fullName: 'Giàng Thị Páo', birthDate: '1970', ethnic: 'Mông', married: 'yes' },
  marriageNumber: '12/2020',
  members: [
    { name: 'Một', age: 6, school: 'Tiểu học Sa Pa' },
    { name: 'Hai', age: 30 },
  ],
  birthProof: [{ id: 'f1', name: 'chung-sinh.pdf', size: 12_000, mime: 'application/pdf' }],
  copies: 2,
  reasons: { a: true },
  note: 'Một\nHai',
  promise: true,
};

export const PLACES = {
  provinces: [
    { code: '15', name: 'Tỉnh Lào Cai' },
    { code: '01', name: 'Thành phố Hà Nội' },
  ],
  communes: {
    '15': [
      { code: '02647', name: 'Phường Sa Pa' },
      { code: '02671', name: 'Phường Lào Cai' },
    ],
  },
  homeProvince: '15',
};
