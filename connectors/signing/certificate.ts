/** Makes a key pair with its X.509 certificate (RFC 5280), ECDSA P-256 with SHA-256. */
import { createPrivateKey, randomBytes } from 'node:crypto';
import * as asn1 from 'asn1js';
import * as pkijs from 'pkijs';
import type { KeyPem } from './key-store.ts';

export const OID = {
  commonName: '2.5.4.3',
  serialNumber: '2.5.4.5',
  country: '2.5.4.6',
  organization: '2.5.4.10',
  title: '2.5.4.12',
} as const;
export type SubjectName = readonly (readonly [oid: string, value: string])[];

export interface CertificateRequest {
  readonly subject: SubjectName;
  /** May it issue certificates. */
  readonly authority: boolean;
  /** Extended key usages. */
  readonly usage: readonly string[];
  readonly usageCritical?: boolean;
  /** Who issues it; itself when absent. */
  readonly issuer?: KeyPem;
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const;
/** Wide, so that demonstrations and tests may set their clock. */
const NOT_BEFORE = new Date('2020-01-01T00:00:00Z');
const NOT_AFTER = new Date('2049-12-31T23:59:59Z');

/** Bits of KeyUsage, most significant first (RFC 5280 4.2.1.3). */
const DIGITAL_SIGNATURE_AND_NON_REPUDIATION = 0b1100_0000;
const KEY_CERT_SIGN_AND_CRL_SIGN = 0b0000_0110;

export async function makeCertificate(request: CertificateRequest): Promise<KeyPem> {
  const keys = (await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])) as CryptoKeyPair;
  const issuer = request.issuer ? readCertificate(request.issuer.certificate) : undefined;
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1.Integer({ valueHex: serialNumber() });
  certificate.subject = distinguishedName(request.subject);
  certificate.issuer = issuer?.subject ?? certificate.subject;
  certificate.notBefore = new pkijs.Time({ value: NOT_BEFORE });
  certificate.notAfter = new pkijs.Time({ value: NOT_AFTER });
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  certificate.extensions = await extensions(request, certificate, issuer);
  await certificate.sign(request.issuer ? await importKey(request.issuer.key) : keys.privateKey, 'SHA-256');
  const der = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey));
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }).export({
    type: 'pkcs8',
    format: 'pem',
  });
  return {
    key: key.toString().trim(),
    certificate: toPem(Buffer.from(certificate.toSchema(true).toBER(false))),
  };
}

async function extensions(
  request: CertificateRequest,
  certificate: pkijs.Certificate,
  issuer: pkijs.Certificate | undefined,
): Promise<pkijs.Extension[]> {
  const keyUsage = request.authority ? KEY_CERT_SIGN_AND_CRL_SIGN : DIGITAL_SIGNATURE_AND_NON_REPUDIATION;
  const unusedBits = request.authority ? 1 : 6;
  const constraints = request.authority ? { cA: true, pathLenConstraint: 0 } : {};
  const list = [
    extension('2.5.29.19', true, new pkijs.BasicConstraints(constraints).toSchema()),
    extension(
      '2.5.29.15',
      true,
      new asn1.BitString({ valueHex: new Uint8Array([keyUsage]).buffer, unusedBits }),
    ),
    extension('2.5.29.14', false, new asn1.OctetString({ valueHex: await keyIdentifier(certificate) })),
  ];
  if (issuer) {
    const authority = new pkijs.AuthorityKeyIdentifier({
      keyIdentifier: new asn1.OctetString({ valueHex: await keyIdentifier(issuer) }),
    });
    list.push(extension('2.5.29.35', false, authority.toSchema()));
  }
  if (request.usage.length > 0) {
    const usage = new pkijs.ExtKeyUsage({ keyPurposes: [...request.usage] });
    list.push(extension('2.5.29.37', request.usageCritical ?? false, usage.toSchema()));
  }
  return list;
}

function extension(extnID: string, critical: boolean, value: asn1.BaseBlock): pkijs.Extension {
  return new pkijs.Extension({ extnID, critical, extnValue: value.toBER(false) });
}

/** SHA-1 of the public key bits: an identifier, no security rests on it (RFC 5280 4.2.1.2 method 1). */
async function keyIdentifier(certificate: pkijs.Certificate): Promise<ArrayBuffer> {
  const bits = new Uint8Array(certificate.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView);
  return crypto.subtle.digest('SHA-1', bits);
}

/** One set per attribute: pkijs itself would write all of them as one multi-valued name. */
function distinguishedName(subject: SubjectName): pkijs.RelativeDistinguishedNames {
  const sets = subject.map(([oid, value]) => {
    const text = oid === OID.country ? new asn1.PrintableString({ value }) : new asn1.Utf8String({ value });
    const attribute = new asn1.Sequence({ value: [new asn1.ObjectIdentifier({ value: oid }), text] });
    return new asn1.Set({ value: [attribute] });
  });
  const { result } = asn1.fromBER(new asn1.Sequence({ value: sets }).toBER(false));
  return new pkijs.RelativeDistinguishedNames({ schema: result });
}

function readCertificate(pem: string): pkijs.Certificate {
  const der = Buffer.from(pem.replace(/-----[^-]+-----/g, ''), 'base64');
  return pkijs.Certificate.fromBER(der);
}

function toPem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----`;
}

async function importKey(pem: string): Promise<CryptoKey> {
  const der = createPrivateKey(pem).export({ type: 'pkcs8', format: 'der' });
  return crypto.subtle.importKey('pkcs8', der, ALGORITHM, false, ['sign']);
}

/** Positive and of at most 20 octets (RFC 5280 4.1.2.2). */
function serialNumber(): ArrayBuffer {
  const bytes = new Uint8Array(randomBytes(16));
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes.buffer;
}
