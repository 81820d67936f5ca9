/** A scanned-looking PDF for tests: fonts it does not bring, a fax-coded picture, a turned page. */

/** 64 × 64 white dots in fax group 4: one bit per unchanged line, then the end mark; read as black. */
const fax = 'ffffffffffffffff001001';

/** Three pages: text, a black square (100 points wide, in the middle of the page), text on a page turned to landscape. */
export function threePages(): Buffer {
  const text = (words: string) =>
    stream('', `BT /F1 24 Tf 72 720 Td (${words}) Tj /F2 24 Tf 0 -60 Td (4) Tj ET`);
  const page = (contents: number, more = '') =>
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${contents} 0 R ${more}
       /Resources << /Font << /F1 9 0 R /F2 10 0 R >> /XObject << /Im 11 0 R >> >> >>`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 >>',
    page(6),
    page(7),
    page(8, '/Rotate 90'),
    text('Trang mot'),
    stream('', 'q 100 0 0 100 247 371 cm /Im Do Q'),
    text('Trang ba'),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>',
    stream(
      `/Type /XObject /Subtype /Image /Width 64 /Height 64 /BitsPerComponent 1 /ColorSpace /DeviceGray
       /Decode [1 0] /Filter [/ASCIIHexDecode /CCITTFaxDecode]
       /DecodeParms [null << /K -1 /Columns 64 /Rows 64 >>]`,
      `${fax}>`,
    ),
  ];
  let file = '%PDF-1.5\n';
  const at = objects.map((object, index) => {
    const start = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(start).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${at.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

const stream = (entries: string, content: string) =>
  `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`;
