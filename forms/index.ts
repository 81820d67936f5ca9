/** Forms: reading Form.io JSON, reading submissions, validating, summarising. No React, runs under plain Node. */
import { allFields } from './walk.ts';

export { dateParts, parseDate, showDate, todayInVietnam } from './dates.ts';
export { type ParsedForm, parseForm } from './parse/index.ts';
export { getPath, setPath } from './paths.ts';
export { addFile, applyOperation, type Operation, readOperation, readSubmission } from './submission.ts';
export { type SummaryPage, type SummaryRow, showValue, summarise } from './summary.ts';
export type * from './types.ts';
export { readCitizenId } from './validate/citizen-id.ts';
export { showAccept, showSize } from './validate/file.ts';
export { type ValidateOptions, type Validation, validateForm } from './validate/index.ts';
export { findField, initialData, isVisible, newlyVisible, pruneHidden, visiblePages } from './walk.ts';
/** Every data-carrying field of the form, whether visible or not. */
export const filledFields = allFields;
