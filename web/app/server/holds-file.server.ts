/** Whether a stored file belongs to the data of a form: proof that who holds the form may look at the file. */

/** True when `data` refers to the file anywhere, in rows too. */
export function holdsFile(data: unknown, fileId: string): boolean {
  if (Array.isArray(data)) return data.some((item) => holdsFile(item, fileId));
  if (typeof data !== 'object' || data === null) return false;
  return (
    ('id' in data && data.id === fileId && 'mime' in data) ||
    Object.values(data).some((value) => holdsFile(value, fileId))
  );
}
