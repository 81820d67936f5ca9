/** Small helps on citizen pages when JavaScript is there; every page works without this file. */
import { focusErrorSummary } from './error-summary.ts';

focusErrorSummary();
