/** The edXML 1.0 message (QCVN 102:2016/BTTTT): its types, code lists and names. */

/** Yes, the standard spells `Bussiness` so. */
export const edxmlNamespace = 'http://www.mic.gov.vn/TBT/QCVN_102_2016';

export interface Organ {
  readonly organId: string;
  readonly organName: string;
  readonly organAdd?: string;
  readonly email?: string;
  readonly telephone?: string;
}
interface EdocCode {
  /** CodeNumber: số. */
  readonly number: string;
  /** CodeNotation: ký hiệu. */
  readonly notation: string;
}
export interface Attachment {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}
/** A document on its way: header and papers. */
export interface Edoc {
  readonly from: Organ;
  readonly to: readonly Organ[];
  readonly documentId: string;
  readonly code: EdocCode;
  readonly place: string;
  /** `yyyy-MM-dd`. */
  readonly promulgationDate: string;
  readonly typeName: string;
  readonly subject: string;
  readonly content: string;
  readonly signer: { readonly position: string; readonly fullName: string };
  /** `yyyy-MM-dd HH:mm:ss`, Vietnamese time. */
  readonly timestamp: string;
}
/** What a receiver reports about a document it got. */
export interface EdocStatus {
  readonly from: Organ;
  /** The document it is about. */
  readonly responseFor: {
    readonly organId: string;
    readonly documentId: string;
    readonly code: string;
    readonly promulgationDate: string;
  };
  readonly code: StatusCode;
  readonly description: string;
  readonly timestamp: string;
  readonly staff: { readonly department: string; readonly name: string };
}

/** StatusCode; 07–12 and 14 are not used. */
export const statusNames = {
  '01': { vi: 'Đã đến', en: 'Arrived' },
  '02': { vi: 'Từ chối tiếp nhận', en: 'Refused' },
  '03': { vi: 'Đã tiếp nhận', en: 'Received' },
  '04': { vi: 'Phân công xử lý', en: 'Assigned' },
  '05': { vi: 'Đang xử lý', en: 'In progress' },
  '06': { vi: 'Hoàn thành', en: 'Completed' },
  '13': { vi: 'Lấy lại', en: 'Taken back' },
  '15': { vi: 'Đồng ý', en: 'Agreed' },
  '16': { vi: 'Từ chối yêu cầu', en: 'Request refused' },
} as const;
export type StatusCode = keyof typeof statusNames;
export const isStatusCode = (code: string): code is StatusCode => Object.hasOwn(statusNames, code);

/** Dates inside an envelope are written with slashes: `yyyy-MM-dd…` ⇄ `yyyy/MM/dd…`. */
export const toSlashes = (date: string): string => date.replaceAll('-', '/');
export const toDashes = (date: string): string => date.replaceAll('/', '-');

/** Not an edXML message, or one this side does not understand. Names the element, never content. */
export class EdxmlError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EdxmlError';
  }
}
