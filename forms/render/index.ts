/** React components of forms; import `forms/render/forms.css` beside them. */
export { fieldId } from './context.ts';
export { ErrorSummary } from './error-summary.tsx';
export { FormFields } from './form-fields.tsx';
export { ReviewList } from './review-list.tsx';
