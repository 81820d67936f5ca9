/** Application data for papers: choices as their labels instead of stored values. */
import { filledFields, getPath, setPath } from '../../../forms/index.ts';
import type { Form, FormData } from '../../../forms/types.ts';

export function withLabels(form: Form, data: FormData): FormData {
  let labelled = data;
  for (const field of filledFields(form)) {
    if (field.type !== 'select' && field.type !== 'radio') continue;
    const value = getPath(data, field.path);
    const label = field.options.find((option) => option.value === value)?.label;
    if (label !== undefined) labelled = setPath(labelled, field.path, label);
  }
  return labelled;
}
