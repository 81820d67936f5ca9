/** CMS signatures as PAdES baseline asks (RFC 5652, ETSI EN 319 122-1 CAdES, EN 319 142-1): ECDSA P-256 with SHA-256, detached. */
import { createHash, sign, type X509Certificate } from 'node:crypto';
import * as asn1 from 'asn1js';
import * as pkijs from 'pkijs';
import type { SigningKey } from './authority.ts';

export const CMS_OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timestampToken: '1.2.840.113549.1.9.16.2.14',
  timestampInfo: '1.2.840.113549.1.9.16.1.4',
  sha256: '2.16.840.1.101.3.4.2.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
} as const;

export function sha256(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

export interface CmsContent {
  /** SHA-256 of the content. */
  readonly digest: Uint8Array;
  readonly contentType?: string;
  /** The content itself when it goes inside (time stamps); absent for detached signatures. */
  readonly enclosed?: Uint8Array;
}
/** Gives the DER of a time-stamp token over the SHA-256 of a signature value. */
export type Timestamper = (digest: Uint8Array) => Promise<Uint8Array>;

/** DER of a ContentInfo with one signer. PAdES forbids the signing-time attribute: the time stands in /M and in the time stamp. */
export async function signCms(
  content: CmsContent,
  signer: SigningKey,
  timestamp?: Timestamper,
): Promise<Uint8Array> {
  const contentType = content.contentType ?? CMS_OID.data;
  const attributes = signedAttributes(contentType, content.digest, signer.certificate);
  const toSign = new asn1.Set({ value: attributes }).toBER(false);
  const signature = sign('sha256', new Uint8Array(toSign), { key: signer.key, dsaEncoding: 'der' });
  const unsigned = timestamp
    ? [attribute(CMS_OID.timestampToken, parse(await timestamp(sha256(signature))))]
    : [];

  const certificate = pkijs.Certificate.fromBER(signer.certificate.raw);
  const signerInfo = new asn1.Sequence({
    value: [
      new asn1.Integer({ value: 1 }),
      new asn1.Sequence({ value: [certificate.issuer.toSchema(), certificate.serialNumber] }),
      algorithm(CMS_OID.sha256),
      contextSpecific(0, attributes),
      algorithm(CMS_OID.ecdsaWithSha256),
      new asn1.OctetString({ valueHex: signature }),
      ...(unsigned.length > 0 ? [contextSpecific(1, unsigned)] : []),
    ],
  });
  const enclosed = content.enclosed
    ? [contextSpecific(0, [new asn1.OctetString({ valueHex: content.enclosed })])]
    : [];
  const signedData = new asn1.Sequence({
    value: [
      new asn1.Integer({ value: content.enclosed ? 3 : 1 }),
      new asn1.Set({ value: [algorithm(CMS_OID.sha256)] }),
      new asn1.Sequence({ value: [new asn1.ObjectIdentifier({ value: contentType }), ...enclosed] }),
      contextSpecific(0, [parse(signer.certificate.raw), parse(signer.root.raw)]),
      new asn1.Set({ value: [signerInfo] }),
    ],
  });
  const contentInfo = new asn1.Sequence({
    value: [new asn1.ObjectIdentifier({ value: CMS_OID.signedData }), contextSpecific(0, [signedData])],
  });
  return new Uint8Array(contentInfo.toBER(false));
}

/** In DER order of a SET OF: these attributes are signed byte by byte (RFC 5652 5.4). */
function signedAttributes(
  contentType: string,
  digest: Uint8Array,
  certificate: X509Certificate,
): asn1.Sequence[] {
  const certificateId = new asn1.Sequence({
    value: [new asn1.OctetString({ valueHex: sha256(certificate.raw) })],
  });
  const signingCertificate = new asn1.Sequence({ value: [new asn1.Sequence({ value: [certificateId] })] });
  return [
    attribute(CMS_OID.contentType, new asn1.ObjectIdentifier({ value: contentType })),
    attribute(CMS_OID.messageDigest, new asn1.OctetString({ valueHex: digest })),
    attribute(CMS_OID.signingCertificateV2, signingCertificate),
  ].sort((a, b) => Buffer.compare(new Uint8Array(a.toBER(false)), new Uint8Array(b.toBER(false))));
}

function attribute(type: string, value: asn1.BaseBlock): asn1.Sequence {
  return new asn1.Sequence({
    value: [new asn1.ObjectIdentifier({ value: type }), new asn1.Set({ value: [value] })],
  });
}

function algorithm(oid: string): asn1.Sequence {
  return new asn1.Sequence({ value: [new asn1.ObjectIdentifier({ value: oid })] });
}

function contextSpecific(tagNumber: number, value: asn1.BaseBlock[]): asn1.Constructed {
  return new asn1.Constructed({ idBlock: { tagClass: 3, tagNumber }, value });
}

function parse(der: Uint8Array): asn1.BaseBlock {
  return asn1.fromBER(der).result;
}
