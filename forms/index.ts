/** Forms: reading Form.io JSON, reading submissions, validating, summarising. No React, runs under plain Node. */
import { allFields } from './walk.ts';

export { parseForm } from './parse/index.ts';
export { getPath, setPath } from './paths.ts';
export { fillSources, type SourceOption, type Sources } from './sources.ts';
export { addFile, applyOperation, readOperation, readSubmission } from './submission.ts';
export { summarise } from './summary.ts';
export type * from './types.ts';
export { validateForm } from './validate/index.ts';
export { findField, initialData, newlyVisible, pruneHidden, visiblePages } from './walk.ts';
/** Every data-carrying field of the form, whether visible or not. */
export const filledFields = allFields;
