/** The few words the script says, in the language of the page. */
const words = {
  vi: {
    saved: 'Đã tự lưu lúc {time}',
    sending: 'Đang gửi tệp {name}',
    received: 'Đã nhận tệp {name}',
    failed: 'Chưa gửi được tệp. Tệp sẽ được gửi lại khi Ông/Bà bấm tiếp tục.',
    tooLarge: 'Tệp {name} lớn hơn mức cho phép ({limit} MB). Xin chọn tệp nhỏ hơn.',
  },
  en: {
    saved: 'Saved at {time}',
    sending: 'Sending {name}',
    received: '{name} received',
    failed: 'The file could not be sent. It will be sent again when you continue.',
    tooLarge: 'The file {name} is larger than allowed ({limit} MB). Please choose a smaller one.',
  },
};

export function say(key: keyof (typeof words)['vi'], values: Record<string, string | number> = {}): string {
  const language = document.documentElement.lang === 'en' ? 'en' : 'vi';
  return words[language][key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** A line that screen readers announce, made once per place. */
export function statusLine(place: Element, id: string): HTMLElement {
  const present = document.getElementById(id);
  if (present) return present;
  const line = document.createElement('p');
  line.id = id;
  line.className = 'mc-hint';
  line.setAttribute('role', 'status');
  place.append(line);
  return line;
}
