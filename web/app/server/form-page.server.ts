/** Reading a posted page of a Form.io form: fields, files streamed into the store, buttons that work without JavaScript. */
import type { FieldError, Form, FormData } from '../../../forms/index.ts';
import { addFile, applyOperation, findField, readOperation, readSubmission } from '../../../forms/index.ts';
import { formWords } from '../i18n/form-words.ts';
import { type Locale, translator } from '../i18n/translate.ts';
import { type Context, getRuntime } from './context.server.ts';
import { isRuntimeError } from './errors.server.ts';
import { type PostedFile, type PostedForm, readForm } from './form.server.ts';

export interface PostedPage {
  readonly posted: PostedForm;
  /** Data after the page, stored files included. Not validated. */
  readonly data: FormData;
  readonly fileErrors: readonly FieldError[];
  /** True: a button asked for the page again (row added, file removed, list of communes). */
  readonly again: boolean;
  /** Path of the field that button belongs to. */
  readonly at: string | undefined;
}

/** Most bytes of one POST: several files of the largest size. */
const MAX_BODY = 64 * 1_048_576;

/** Reads the POST of a form page. `previous` is what was saved before. */
export async function readFormPage(
  request: Request,
  context: Context,
  input: { form: Form; previous: FormData; locale: Locale },
): Promise<PostedPage> {
  const { form, locale } = input;
  const t = translator(formWords, locale);
  const stored: { path: string; ref: { id: string; name: string; size: number; mime: string } }[] = [];
  const fileErrors: FieldError[] = [];

  const onFile = async ({ field: path, filename, stream }: PostedFile) => {
    const field = findField(form, path);
    if (field?.type !== 'file' || !field.file) return;
    const { maxBytes, accept } = field.file;
    try {
      const { id, name, size, mime } = await getRuntime(context).storeUpload({
        stream,
        name: filename,
        maxBytes,
        accept,
      });
      stored.push({ path, ref: { id, name, size, mime } });
    } catch (error) {
      if (!isRuntimeError(error, 'INVALID')) throw error;
      fileErrors.push({
        path,
        label: field.label,
        message: t('refused', { name: filename, reason: error.text[locale] }),
      });
    }
  };

  const posted = await readForm(request, context, { onFile, maxBytes: MAX_BODY });
  const operation = readOperation(posted.entries);
  let data = readSubmission(form, posted.entries, input.previous);
  for (const { path, ref } of stored) data = addFile(form, data, path, ref);
  if (operation) data = applyOperation(form, data, operation);
  return { posted, data, fileErrors, again: operation !== undefined, at: operation?.path };
}
