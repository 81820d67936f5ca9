/** React components of forms; import `forms/render/forms.css` beside them. */
export { fieldId, type RenderOptions } from './context.ts';
export { ErrorSummary } from './error-summary.tsx';
export { FormFields, type FormFieldsProps } from './form-fields.tsx';
export { ReviewList, type ReviewListProps } from './review-list.tsx';
