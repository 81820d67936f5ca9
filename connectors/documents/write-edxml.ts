/** Writes edXML envelopes: header, and each paper as base64 of a ZIP, in pieces so that nothing is copied whole. */
import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';
import { type XmlNode, xml } from '../kit/xml.ts';
import {
  type Attachment,
  type Edoc,
  type EdocStatus,
  edxmlNamespace,
  type Organ,
  toSlashes,
} from './edxml.ts';

const e = (
  name: string,
  content: Parameters<typeof xml>[1],
  attributes?: Readonly<Record<string, string>>,
): XmlNode => xml(`edXML:${name}`, content, attributes);

/** The envelope of a document with its papers, as UTF-8 pieces in order. */
export function* writeEdoc(edoc: Edoc, attachments: readonly Attachment[]): Generator<Uint8Array> {
  const papers = attachments.map((attachment) => ({
    ...attachment,
    contentId: `cid:${contentId(edoc.documentId, attachment)}`,
  }));
  const manifest = papers.map((paper) =>
    e('Reference', [
      e('ContentId', paper.contentId),
      e('ContentType', paper.mime),
      e('Description', ''),
      e('AttachmentName', paper.name),
    ]),
  );
  yield utf8(opening);
  yield utf8(envelope([messageHeader(edoc), traceHeaderList(edoc)], manifest));
  yield utf8('<AttachmentEncoded>');
  for (const paper of papers) {
    yield utf8(
      `<Attachment>${xml('ContentId', paper.contentId)}${xml('AttachmentName', paper.name)}${xml('ContentType', paper.mime)}` +
        `<edXML:ContentTransferEncoded xmlns:edXML="${edxmlNamespace}">`,
    );
    yield* base64(zip(paper));
    yield utf8('</edXML:ContentTransferEncoded></Attachment>');
  }
  yield utf8('</AttachmentEncoded></edXML>');
}

/** A status message: the same envelope without papers. */
export function writeStatus(status: EdocStatus): Uint8Array {
  const { responseFor, staff } = status;
  const header = e('MessageHeader', [
    organ('From', status.from),
    e('ResponseFor', [
      e('OrganId', responseFor.organId),
      e('Code', responseFor.code),
      e('DocumentId', responseFor.documentId),
      e('PromulgationDate', toSlashes(responseFor.promulgationDate)),
    ]),
    e('StaffInfo', [e('Department', staff.department), e('Staff', staff.name)]),
    e('StatusCode', status.code),
    e('Description', status.description),
    e('Timestamp', toSlashes(status.timestamp)),
  ]);
  return utf8(`${opening}${envelope([header], [])}</edXML>`);
}

const opening = `<?xml version="1.0" encoding="UTF-8"?>\n<edXML xmlns="${edxmlNamespace}">`;

function envelope(header: readonly XmlNode[], manifest: readonly XmlNode[]): XmlNode {
  return e(
    'edXMLEnvelope',
    [e('edXMLHeader', header), e('edXMLBody', [e('edXMLManifest', manifest, { version: '1.0' })])],
    { 'xmlns:edXML': edxmlNamespace },
  );
}

function organ(name: 'From' | 'To', value: Organ): XmlNode {
  return e(name, [
    e('OrganId', value.organId),
    e('OrganizationInCharge', ''),
    e('OrganName', value.organName),
    e('OrganAdd', value.organAdd ?? ''),
    e('Email', value.email ?? ''),
    e('Telephone', value.telephone ?? ''),
    e('Fax', ''),
    e('Website', ''),
  ]);
}

function messageHeader(edoc: Edoc): XmlNode {
  return e('MessageHeader', [
    organ('From', edoc.from),
    ...edoc.to.map((each) => organ('To', each)),
    e('DocumentId', edoc.documentId),
    e('Code', [e('CodeNumber', edoc.code.number), e('CodeNotation', edoc.code.notation)]),
    e('PromulgationInfo', [e('Place', edoc.place), e('PromulgationDate', toSlashes(edoc.promulgationDate))]),
    e('DocumentType', [e('Type', '1'), e('TypeDetail', '0'), e('TypeName', edoc.typeName)]),
    e('Subject', edoc.subject),
    e('Content', edoc.content),
    e('SignerInfo', [
      e('Competence', ''),
      e('Position', edoc.signer.position),
      e('FullName', edoc.signer.fullName),
    ]),
    e('OtherInfo', [
      e('Priority', '0'), // thường
      e('SphereOfPromulgation', ''),
      e('TyperNotation', ''),
      e('PromulgationAmount', '1'),
      e('PageAmount', '1'),
      e('Direction', 'false'),
      e('Appendixes', ''),
    ]),
    e('SteeringType', '1'), // không chỉ đạo
    e('ApplicationType', 'MCDT_DT'), // transport of one-stop dossiers
  ]);
}

function traceHeaderList(edoc: Edoc): XmlNode {
  return e('TraceHeaderList', [
    e('TraceHeader', [e('OrganId', edoc.from.organId), e('Timestamp', toSlashes(edoc.timestamp))]),
    e('Bussiness', [
      e('DocumentId', edoc.documentId),
      e('BussinessDocType', '0'), // mới
      e('BussinessDocReason', ''),
      e('Paper', '0'),
    ]),
  ]);
}

function zip(attachment: Attachment): Uint8Array {
  const entry = attachment.name.replaceAll(/[\\/]/g, '_');
  // A fixed time keeps repeats of one call equal; level 6 is worth little on PDF yet what receivers expect.
  return zipSync({ [entry]: attachment.bytes }, { level: 6, mtime: new Date('2016-01-01T00:00:00') });
}

/** Base64 in pieces; each but the last covers a multiple of three bytes, so the pieces join without padding between. */
function* base64(bytes: Uint8Array): Generator<Uint8Array> {
  const step = 3 * 64 * 1024;
  for (let at = 0; at < bytes.length; at += step)
    yield utf8(
      Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.min(step, bytes.length - at)).toString('base64'),
    );
}

/** A GUID that is the same for the same paper of the same document. */
function contentId(documentId: string, attachment: Attachment): string {
  return guid(
    `${documentId}\n${attachment.name}\n${createHash('sha256').update(attachment.bytes).digest('hex')}`,
  );
}

/** RFC 9562 version 8 (name-based, SHA-256): same name → same GUID, so that a repeated call is recognised as one. */
export function guid(name: string): string {
  const bytes = createHash('sha256').update(name).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
