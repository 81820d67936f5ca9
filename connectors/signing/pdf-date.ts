/** PDF dates (ISO 32000-1 7.9.4), written in Vietnamese time. */
const OFFSET_MS = 7 * 60 * 60 * 1000;

/** «D:20261122083500+07'00'» */
export function formatPdfDate(at: Date): string {
  const local = new Date(at.getTime() + OFFSET_MS).toISOString();
  return `D:${local.slice(0, 19).replace(/[-:T]/g, '')}+07'00'`;
}

/** @returns undefined for a text that is no PDF date */
export function parsePdfDate(text: string): Date | undefined {
  const parts = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-])(\d\d)'?(\d\d)?'?)?/.exec(text);
  if (!parts) return undefined;
  const [
    ,
    year,
    month = '01',
    day = '01',
    hour = '00',
    minute = '00',
    second = '00',
    ,
    sign = '+',
    zoneHour = '00',
    zoneMinute = '00',
  ] = parts;
  const date = new Date(
    `${year}-${month}-${day}T${hour}:${minute}:${second}${sign}${zoneHour}:${zoneMinute}`,
  );
  return Number.isNaN(date.getTime()) ? undefined : date;
}
