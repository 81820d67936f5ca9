/** Sends a chosen file at once, with progress; the field is then replaced by what the server says about it. */
import { enhanceForms } from '../../../forms/render/enhance.ts';
import { fieldsOf } from './autosave.ts';
import { say, statusLine } from './words.ts';

export function uploadAtOnce(root: ParentNode): void {
  for (const input of root.querySelectorAll<HTMLInputElement>('input[type=file][data-mc-upload]')) {
    input.addEventListener('change', () => {
      if (input.form && input.files && input.files.length > 0) send(input, input.form, [...input.files]);
    });
  }
}

function send(input: HTMLInputElement, form: HTMLFormElement, files: readonly File[]): void {
  const field = input.closest('.mc-field') ?? form;
  const line = statusLine(field, `${input.id}-tien-do`);
  const limit = Number(input.dataset.mcUpload);
  const large = files.find((file) => limit > 0 && file.size > limit);
  if (large) {
    line.textContent = say('tooLarge', { name: large.name, limit: Math.round(limit / 1_048_576) });
    line.className = 'mc-error';
    input.value = '';
    return;
  }
  const names = files.map((file) => file.name).join(', ');
  line.className = 'mc-hint';
  line.textContent = say('sending', { name: names });
  const bar = document.createElement('progress');
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute('aria-label', say('sending', { name: names }));
  line.before(bar);

  const body = fieldsOf(form);
  for (const file of files) body.append(input.name, file);
  const request = new XMLHttpRequest();
  request.open('POST', form.action);
  request.upload.addEventListener('progress', (event) => {
    if (event.lengthComputable) bar.value = event.loaded / event.total;
  });
  const failed = () => {
    bar.remove();
    line.textContent = say('failed');
  };
  request.addEventListener('error', failed);
  request.addEventListener('load', () => {
    if (request.status >= 500 || !swap(field, input.id, request.responseText)) return failed();
    const renewed = document.getElementById(input.id);
    if (request.status < 400 && renewed)
      statusLine(renewed.closest('.mc-field') ?? form, `${input.id}-tien-do`).textContent = say('received', {
        name: names,
      });
    renewed?.focus();
  });
  request.send(body);
}

/** Puts the server's version of one field in place of the present one. */
function swap(field: Element, inputId: string, html: string): boolean {
  const answer = new DOMParser().parseFromString(html, 'text/html');
  const fresh = answer.getElementById(inputId)?.closest('.mc-field');
  if (!fresh) return false;
  const parent = field.parentElement;
  field.replaceWith(document.importNode(fresh, true));
  if (parent) {
    uploadAtOnce(parent);
    enhanceForms(parent);
  }
  return true;
}
