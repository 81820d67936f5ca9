/** Reads edXML as it arrives: header into a tree, each paper decoded and unzipped on the way, sizes bounded, names checked. */
import { Unzip, UnzipInflate } from 'fflate';
import { find, textAt, type XmlElement, XmlError, xmlReader } from '../kit/xml.ts';
import {
  type Attachment,
  type Edoc,
  type EdocStatus,
  EdxmlError,
  edxmlNamespace,
  isStatusCode,
  type Organ,
  toDashes,
} from './edxml.ts';

export interface ReadLimits {
  /** Of all papers together, unpacked. */
  readonly maxUnpackedBytes: number;
  readonly maxAttachments: number;
}
export const readLimits: ReadLimits = { maxUnpackedBytes: 64 * 1024 * 1024, maxAttachments: 50 };

export type EdxmlMessage =
  | { readonly kind: 'edoc'; readonly edoc: Edoc; readonly attachments: readonly Attachment[] }
  | { readonly kind: 'status'; readonly status: EdocStatus };

/** @throws EdxmlError when it is not a message of QCVN 102:2016, is hostile, or exceeds the limits */
export async function readEdxml(
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limits: ReadLimits = readLimits,
): Promise<EdxmlMessage> {
  const papers: ReturnType<typeof paperDecoder>[] = [];
  const budget = { left: limits.maxUnpackedBytes };
  const reader = xmlReader(undefined, {
    element(path) {
      if (path.join('/') !== 'edXML/AttachmentEncoded/Attachment/ContentTransferEncoded') return undefined;
      if (papers.length >= limits.maxAttachments)
        throw new EdxmlError(`more than ${limits.maxAttachments} attachments`);
      const decoder = paperDecoder(budget);
      papers.push(decoder);
      return decoder.write;
    },
  });
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    for await (const chunk of bytes) reader.write(decoder.decode(chunk, { stream: true }));
    reader.write(decoder.decode());
    return message(
      reader.end(),
      papers.map((paper) => paper.end()),
    );
  } catch (cause) {
    if (cause instanceof EdxmlError) throw cause;
    if (cause instanceof XmlError) throw new EdxmlError(cause.message, { cause });
    if (cause instanceof TypeError && 'code' in cause && cause.code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw new EdxmlError('not UTF-8', { cause });
    throw cause;
  }
}

function message(root: XmlElement, papers: readonly Uint8Array[]): EdxmlMessage {
  if (root.name !== 'edXML' || root.namespace !== edxmlNamespace)
    throw new EdxmlError('root element is not edXML of QCVN 102:2016');
  const envelope = find(root, 'edXMLEnvelope');
  const header = find(envelope, 'edXMLHeader', 'MessageHeader');
  if (!envelope || envelope.namespace !== edxmlNamespace || !header)
    throw new EdxmlError('edXMLEnvelope/edXMLHeader/MessageHeader is missing');
  if (find(header, 'StatusCode')) return { kind: 'status', status: readStatus(header) };
  const list = find(root, 'AttachmentEncoded')?.children.filter((child) => child.name === 'Attachment') ?? [];
  if (list.length !== papers.length) throw new EdxmlError('an Attachment is without ContentTransferEncoded');
  const attachments = list.map((attachment, index) => ({
    name: required(attachment, 'AttachmentName'),
    mime: textAt(attachment, 'ContentType') || 'application/octet-stream',
    bytes: papers[index] ?? new Uint8Array(),
  }));
  const announced =
    find(envelope, 'edXMLBody', 'edXMLManifest')?.children.filter((child) => child.name === 'Reference') ??
    [];
  const ids = list.map((attachment) => textAt(attachment, 'ContentId')).sort();
  if (
    announced
      .map((reference) => textAt(reference, 'ContentId'))
      .sort()
      .join() !== ids.join()
  )
    throw new EdxmlError('edXMLManifest and AttachmentEncoded do not name the same papers');
  return {
    kind: 'edoc',
    edoc: readHeader(header, find(envelope, 'edXMLHeader', 'TraceHeaderList')),
    attachments,
  };
}

function readHeader(header: XmlElement, trace: XmlElement | undefined): Edoc {
  const from = find(header, 'From');
  if (!from) throw new EdxmlError('From is missing');
  const to = header.children.filter((child) => child.name === 'To').map(readOrgan);
  if (to.length === 0) throw new EdxmlError('To is missing');
  return {
    from: readOrgan(from),
    to,
    documentId: required(header, 'DocumentId'),
    code: { number: textAt(header, 'Code', 'CodeNumber'), notation: textAt(header, 'Code', 'CodeNotation') },
    place: textAt(header, 'PromulgationInfo', 'Place'),
    promulgationDate: date(textAt(header, 'PromulgationInfo', 'PromulgationDate'), 'PromulgationDate'),
    typeName: textAt(header, 'DocumentType', 'TypeName'),
    subject: textAt(header, 'Subject'),
    content: textAt(header, 'Content'),
    signer: {
      position: textAt(header, 'SignerInfo', 'Position'),
      fullName: textAt(header, 'SignerInfo', 'FullName'),
    },
    timestamp: toDashes(textAt(trace, 'TraceHeader', 'Timestamp')),
  };
}

function readStatus(header: XmlElement): EdocStatus {
  const responseFor = find(header, 'ResponseFor');
  const from = find(header, 'From');
  if (!responseFor || !from) throw new EdxmlError('a status message needs From and ResponseFor');
  const code = textAt(header, 'StatusCode');
  if (!isStatusCode(code)) throw new EdxmlError('StatusCode is unknown');
  return {
    from: readOrgan(from),
    responseFor: {
      organId: textAt(responseFor, 'OrganId'),
      documentId: required(responseFor, 'DocumentId'),
      code: textAt(responseFor, 'Code'),
      promulgationDate: toDashes(textAt(responseFor, 'PromulgationDate')),
    },
    code,
    description: textAt(header, 'Description'),
    timestamp: toDashes(textAt(header, 'Timestamp')),
    staff: {
      department: textAt(header, 'StaffInfo', 'Department'),
      name: textAt(header, 'StaffInfo', 'Staff'),
    },
  };
}

function readOrgan(element: XmlElement): Organ {
  return {
    organId: required(element, 'OrganId'),
    organName: textAt(element, 'OrganName'),
    organAdd: textAt(element, 'OrganAdd'),
    email: textAt(element, 'Email'),
    telephone: textAt(element, 'Telephone'),
  };
}

function required(element: XmlElement, name: string): string {
  const value = textAt(element, name);
  if (!value) throw new EdxmlError(`${element.name}/${name} is missing`);
  return value;
}

function date(written: string, name: string): string {
  if (!/^\d{4}\/\d\d\/\d\d$/.test(written)) throw new EdxmlError(`${name} is not yyyy/MM/dd`);
  return toDashes(written);
}

const pieceBytes = 4096;

/** Base64 text in, the one file of the ZIP out; stops as soon as the budget is used up (ZIP bombs). */
function paperDecoder(budget: { left: number }) {
  const pieces: Uint8Array[] = [];
  let rest = '';
  let files = 0;
  let finished = false;
  const unzip = new Unzip((file) => {
    if (++files > 1) throw new EdxmlError('a paper’s ZIP holds more than one file');
    file.ondata = (error, data, final) => {
      // fflate hands back what was thrown below as an error of its own.
      if (error)
        throw error instanceof EdxmlError
          ? error
          : new EdxmlError('a paper’s ZIP is damaged', { cause: error });
      budget.left -= data.length;
      if (budget.left < 0) throw new EdxmlError('papers are too large when unpacked');
      pieces.push(data);
      finished ||= final;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  const push = (base64: string, final: boolean) => {
    try {
      const bytes = Buffer.from(base64, 'base64');
      // Small pieces: one push is unpacked whole, up to a thousandfold, before the budget is looked at.
      for (let at = 0; at < bytes.length; at += pieceBytes)
        unzip.push(bytes.subarray(at, at + pieceBytes), false);
      if (final) unzip.push(new Uint8Array(), true);
    } catch (cause) {
      if (cause instanceof EdxmlError) throw cause;
      throw new EdxmlError('a paper is no ZIP', { cause });
    }
  };
  return {
    write(text: string) {
      const joined = rest + text.replaceAll(/\s+/g, '');
      if (!/^[A-Za-z0-9+/]*={0,2}$/.test(joined))
        throw new EdxmlError('ContentTransferEncoded is not base64');
      const whole = joined.length - (joined.length % 4);
      rest = joined.slice(whole);
      if (whole > 0) push(joined.slice(0, whole), false);
    },
    end(): Uint8Array {
      if (rest) throw new EdxmlError('ContentTransferEncoded is cut off');
      push('', true);
      if (!finished) throw new EdxmlError('a paper’s ZIP is empty or cut off');
      return Buffer.concat(pieces);
    },
  };
}
