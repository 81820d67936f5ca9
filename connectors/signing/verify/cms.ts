/** Checks one CMS signature: digest, signature value, binding to its certificate, time stamp (RFC 5652, RFC 5035, RFC 3161). */
import { createHash, type KeyObject, verify, X509Certificate } from 'node:crypto';
import * as asn1 from 'asn1js';
import * as pkijs from 'pkijs';
import { CMS_OID } from '../cms.ts';

const DIGESTS: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
const RSA_PSS = '1.2.840.113549.1.1.10';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

export interface CmsReport {
  readonly certificate: X509Certificate | undefined;
  /** All certificates the signature brings along. */
  readonly certificates: readonly X509Certificate[];
  readonly timestamp:
    | {
        readonly at: Date;
        readonly certificate: X509Certificate;
        readonly certificates: readonly X509Certificate[];
      }
    | undefined;
  /** What is wrong; empty when the signature holds. */
  readonly problems: readonly string[];
}

/** @param content what was signed, in pieces */
export function checkCms(der: Uint8Array, content: readonly Uint8Array[]): CmsReport {
  try {
    return check(der, content, CMS_OID.data);
  } catch (error) {
    const problems = [
      `The signature is no readable CMS: ${error instanceof Error ? error.message : String(error)}`,
    ];
    return { certificate: undefined, certificates: [], timestamp: undefined, problems };
  }
}

function check(der: Uint8Array, content: readonly Uint8Array[], contentType: string): CmsReport {
  const signedData = readSignedData(der);
  const certificates = certificatesOf(signedData);
  const [signer, ...others] = signedData.signerInfos;
  const problems: string[] = [];
  if (!signer || others.length > 0)
    return {
      certificate: undefined,
      certificates,
      timestamp: undefined,
      problems: ['There must be exactly one signer.'],
    };
  const certificate = certificates.find((one) => isOf(signer, one));
  const digestName = DIGESTS[signer.digestAlgorithm.algorithmId];
  if (!certificate) problems.push('The certificate of the signer is not in the signature.');
  if (!digestName) problems.push(`Digest ${signer.digestAlgorithm.algorithmId} is not accepted.`);
  if (!certificate || !digestName) return { certificate, certificates, timestamp: undefined, problems };

  const attributes = signer.signedAttrs;
  if (!attributes)
    return { certificate, certificates, timestamp: undefined, problems: ['There are no signed attributes.'] };
  const hash = createHash(digestName);
  for (const piece of content) hash.update(piece);
  if (!sameBytes(octets(attributeValue(attributes, CMS_OID.messageDigest)), hash.digest()))
    problems.push('The document differs from what was signed.');
  const type = attributeValue(attributes, CMS_OID.contentType);
  if (!(type instanceof asn1.ObjectIdentifier) || type.valueBlock.toString() !== contentType)
    problems.push('The content type is not the signed one.');
  if (!namesCertificate(attributeValue(attributes, CMS_OID.signingCertificateV2), certificate))
    problems.push('The signature does not name its certificate (ESSCertIDv2).');
  const value = new Uint8Array(signer.signature.valueBlock.valueHexView);
  if (signer.signatureAlgorithm.algorithmId === RSA_PSS)
    problems.push('RSA-PSS signatures are not accepted.');
  else if (!verifies(digestName, new Uint8Array(attributes.encodedValue), certificate.publicKey, value))
    problems.push('The signature value does not verify.');
  const { timestamp, problems: timestampProblems } = checkTimestamp(signer, value);
  return { certificate, certificates, timestamp, problems: [...problems, ...timestampProblems] };
}

function readSignedData(der: Uint8Array): pkijs.SignedData {
  const info = pkijs.ContentInfo.fromBER(new Uint8Array(der));
  if (info.contentType !== CMS_OID.signedData) throw new RangeError('not SignedData');
  return new pkijs.SignedData({ schema: info.content });
}

function certificatesOf(signedData: pkijs.SignedData): X509Certificate[] {
  const list = (signedData.certificates ?? []).filter((one) => one instanceof pkijs.Certificate);
  return list.map((one) => new X509Certificate(Buffer.from(one.toSchema(false).toBER(false))));
}

function isOf(signer: pkijs.SignerInfo, certificate: X509Certificate): boolean {
  if (!(signer.sid instanceof pkijs.IssuerAndSerialNumber)) return false;
  const own = pkijs.Certificate.fromBER(new Uint8Array(certificate.raw));
  return own.serialNumber.isEqual(signer.sid.serialNumber) && own.issuer.isEqual(signer.sid.issuer);
}

function attributeValue(
  attributes: pkijs.SignedAndUnsignedAttributes,
  type: string,
): asn1.BaseBlock | undefined {
  const found = attributes.attributes.filter((one) => one.type === type);
  return found.length === 1 ? (found[0]?.values[0] as asn1.BaseBlock | undefined) : undefined;
}

function octets(block: asn1.BaseBlock | undefined): Uint8Array {
  return block instanceof asn1.OctetString ? new Uint8Array(block.getValue()) : new Uint8Array();
}

/** ESSCertIDv2 with the default hash, SHA-256. */
function namesCertificate(attribute: asn1.BaseBlock | undefined, certificate: X509Certificate): boolean {
  const digest = createHash('sha256').update(certificate.raw).digest();
  const list = attribute instanceof asn1.Sequence ? attribute.valueBlock.value[0] : undefined;
  const first = list instanceof asn1.Sequence ? list.valueBlock.value[0] : undefined;
  const parts = first instanceof asn1.Sequence ? first.valueBlock.value : [];
  const hash = parts.find((part) => part instanceof asn1.OctetString);
  return sameBytes(octets(hash), digest);
}

function verifies(digestName: string, data: Uint8Array, key: KeyObject, signature: Uint8Array): boolean {
  try {
    return verify(
      digestName,
      data,
      key.asymmetricKeyType === 'ec' ? { key, dsaEncoding: 'der' } : key,
      signature,
    );
  } catch {
    // A malformed signature value is as wrong as one of another key.
    return false;
  }
}

function checkTimestamp(
  signer: pkijs.SignerInfo,
  signature: Uint8Array,
): Pick<CmsReport, 'timestamp' | 'problems'> {
  const attribute = signer.unsignedAttrs?.attributes.find((one) => one.type === CMS_OID.timestampToken);
  const token = attribute?.values[0] as asn1.BaseBlock | undefined;
  if (!token) return { timestamp: undefined, problems: [] };
  const der = new Uint8Array(token.toBER(false));
  const enclosed = readSignedData(der).encapContentInfo.eContent;
  if (!enclosed) return { timestamp: undefined, problems: ['The time stamp states no time.'] };
  const infoDer = new Uint8Array(enclosed.getValue());
  const report = check(der, [infoDer], CMS_OID.timestampInfo);
  const info = pkijs.TSTInfo.fromBER(infoDer);
  const problems = report.problems.map((problem) => `Time stamp: ${problem}`);
  const digestName = DIGESTS[info.messageImprint.hashAlgorithm.algorithmId];
  const imprint = new Uint8Array(info.messageImprint.hashedMessage.getValue());
  if (!digestName || !sameBytes(imprint, createHash(digestName).update(signature).digest()))
    problems.push('Time stamp: it was made for another signature.');
  if (!report.certificate?.keyUsage?.includes(TIME_STAMPING))
    problems.push('Time stamp: its certificate is not for time stamping.');
  if (!report.certificate || problems.length > 0) return { timestamp: undefined, problems };
  return {
    timestamp: { at: info.genTime, certificate: report.certificate, certificates: report.certificates },
    problems,
  };
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && Buffer.compare(a, b) === 0;
}
