/** A local test time-stamp authority (RFC 3161): lifts signatures to PAdES B-T without any server. */
import { randomBytes } from 'node:crypto';
import * as asn1 from 'asn1js';
import type { SigningKey } from './authority.ts';
import { CMS_OID, sha256, signCms, type Timestamper } from './cms.ts';

/** Policy of the test authority, from the arc for examples (2.999, X.660). It promises nothing. */
const TEST_POLICY = '2.999.1';

/** @param at the instant the tokens state, to the second */
export function createTimestamper(key: SigningKey, at: Date): Timestamper {
  return async (digest) => {
    const serial = new Uint8Array(randomBytes(9));
    serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
    const imprint = new asn1.Sequence({
      value: [
        new asn1.Sequence({ value: [new asn1.ObjectIdentifier({ value: CMS_OID.sha256 })] }),
        new asn1.OctetString({ valueHex: digest }),
      ],
    });
    const info = new asn1.Sequence({
      value: [
        new asn1.Integer({ value: 1 }),
        new asn1.ObjectIdentifier({ value: TEST_POLICY }),
        imprint,
        new asn1.Integer({ valueHex: serial }),
        new asn1.GeneralizedTime({ valueDate: new Date(Math.floor(at.getTime() / 1000) * 1000) }),
      ],
    });
    const der = new Uint8Array(info.toBER(false));
    return signCms({ digest: sha256(der), contentType: CMS_OID.timestampInfo, enclosed: der }, key);
  };
}
