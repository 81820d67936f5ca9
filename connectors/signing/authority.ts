/**
 * The test certification authority of this installation: a root and one signing certificate per official, per unit and for the
 * time stamps. Everything it issues says that it has no legal value; real signatures come from Ban Cơ yếu's certificates.
 */
import { createHash, createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { makeCertificate, OID, type SubjectName } from './certificate.ts';
import { type KeyPem, openKeyStore } from './key-store.ts';

export const AUTHORITY_NAME = 'Motcua Demo CA – không có giá trị pháp lý';

/** A key ready to sign with, its certificate and the root above it. */
export interface SigningKey {
  readonly key: KeyObject;
  readonly certificate: X509Certificate;
  readonly root: X509Certificate;
}
export interface Holder {
  readonly kind: 'person' | 'agency';
  readonly id: string;
  readonly name: string;
  /** Chức vụ of a person. */
  readonly title?: string;
}
export interface Authority {
  keyOf(holder: Holder): Promise<SigningKey>;
  timestampKey(): Promise<SigningKey>;
  root(): Promise<X509Certificate>;
}

/** RFC 9336: general document signing; beside it e-mail protection, which NSS (pdfsig, LibreOffice) asks of document signers. RFC 3161: time stamping. */
const DOCUMENT_SIGNING = ['1.3.6.1.5.5.7.3.36', '1.3.6.1.5.5.7.3.4'];
const TIME_STAMPING = ['1.3.6.1.5.5.7.3.8'];

/** Nothing is made before it is asked for. */
export function openAuthority(dir: string): Authority {
  const store = openKeyStore(dir);

  const rootPem = () => store.findOrMake('root', makeRoot);
  const leaf = async (
    name: string,
    subject: SubjectName,
    usage: readonly string[],
    critical: boolean,
  ): Promise<SigningKey> => {
    const root = await rootPem();
    return toSigningKey(await store.findOrMake(name, () => makeLeaf(root, subject, usage, critical)), root);
  };
  return {
    root: async () => new X509Certificate((await rootPem()).certificate),
    timestampKey: () =>
      leaf(
        'timestamp',
        [[OID.commonName, 'Motcua Demo TSA – không có giá trị pháp lý']],
        TIME_STAMPING,
        true,
      ),
    keyOf: (holder) => leaf(fileName(holder), subjectOf(holder), DOCUMENT_SIGNING, false),
  };
}

/** A person who changes the name gets a new certificate; the identifier alone may hold characters no file name has. */
function fileName(holder: Holder): string {
  const digest = createHash('sha256').update(JSON.stringify([holder.id, holder.name, holder.title ?? '']));
  return `${holder.kind}-${digest.digest('hex').slice(0, 24)}`;
}

function subjectOf(holder: Holder): SubjectName {
  return [
    [OID.country, 'VN'],
    [OID.organization, AUTHORITY_NAME],
    ...(holder.title ? [[OID.title, holder.title] as const] : []),
    [OID.serialNumber, holder.id],
    [OID.commonName, holder.name],
  ];
}

async function makeRoot(): Promise<KeyPem> {
  const subject: SubjectName = [
    [OID.country, 'VN'],
    [OID.commonName, AUTHORITY_NAME],
  ];
  return makeCertificate({ subject, authority: true, usage: [] });
}

async function makeLeaf(
  root: KeyPem,
  subject: SubjectName,
  usage: readonly string[],
  critical: boolean,
): Promise<KeyPem> {
  return makeCertificate({
    subject,
    authority: false,
    usage,
    usageCritical: critical,
    issuer: root,
  });
}

function toSigningKey(pair: KeyPem, root: KeyPem): SigningKey {
  return {
    key: createPrivateKey(pair.key),
    certificate: new X509Certificate(pair.certificate),
    root: new X509Certificate(root.certificate),
  };
}
