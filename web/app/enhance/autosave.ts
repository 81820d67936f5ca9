/** Saves a long form while it is filled in and when the page is left, by asking the server for the same page again. */
import { say, statusLine } from './words.ts';

const PAUSE_MS = 4000;

export function autosave(root: ParentNode): void {
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-autosave]')) watch(form);
}

function watch(form: HTMLFormElement): void {
  let timer: number | undefined;
  let changed = false;

  const save = async () => {
    changed = false;
    try {
      const answer = await fetch(form.action, { method: 'POST', body: fieldsOf(form), redirect: 'manual' });
      if (answer.type !== 'opaqueredirect') return;
      const time = new Date().toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit' });
      statusLine(form, 'tu-luu').textContent = say('saved', { time });
    } catch {
      // Offline: the next change or the button tries again.
      changed = true;
    }
  };
  form.addEventListener('input', () => {
    changed = true;
    window.clearTimeout(timer);
    timer = window.setTimeout(save, PAUSE_MS);
  });
  form.addEventListener('submit', () => {
    window.clearTimeout(timer);
    changed = false;
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden' || !changed) return;
    window.clearTimeout(timer);
    changed = !navigator.sendBeacon(form.action, fieldsOf(form));
  });
}

/** Fields without chosen files; `_op` makes the server save and show the page without checking it. */
export function fieldsOf(form: HTMLFormElement): FormData {
  const fields = new FormData(form);
  for (const [name, value] of [...fields]) if (value instanceof File) fields.delete(name);
  fields.append('_op', 'show:');
  return fields;
}
