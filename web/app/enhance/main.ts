/** Small helps on citizen pages when JavaScript is there; every page works without this file. */
import { enhanceForms } from '../../../forms/render/enhance.ts';
import { autosave } from './autosave.ts';
import { focusErrorSummary } from './error-summary.ts';
import { uploadAtOnce } from './upload.ts';

enhanceForms(document);
focusErrorSummary();
autosave(document);
uploadAtOnce(document);
