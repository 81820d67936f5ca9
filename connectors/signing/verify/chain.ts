/** Does a certificate lead to a trusted root, valid at the time of signing (RFC 5280 6, without revocation: the test CA issues no lists). */
import { X509Certificate } from 'node:crypto';

const LONGEST_CHAIN = 5;

export function isTrusted(
  certificate: X509Certificate,
  at: Date,
  along: readonly X509Certificate[],
  roots: readonly X509Certificate[],
): boolean {
  let current = certificate;
  for (let length = 0; length < LONGEST_CHAIN; length += 1) {
    if (!isValidAt(current, at)) return false;
    const root = roots.find((one) => isIssuedBy(current, one));
    if (root) return isValidAt(root, at);
    const next = along.find(
      (one) => one.fingerprint256 !== current.fingerprint256 && isIssuedBy(current, one),
    );
    if (!next) return false;
    current = next;
  }
  return false;
}

export function isValidAt(certificate: X509Certificate, at: Date): boolean {
  return at >= certificate.validFromDate && at <= certificate.validToDate;
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}

export function readRoots(roots: readonly Uint8Array[]): X509Certificate[] {
  return roots.map((der) => new X509Certificate(der));
}
