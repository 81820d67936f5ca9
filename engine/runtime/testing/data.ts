/** Task form data of procedure 1.001193 that passes validation. */
export const checked = {
  reception: { competent: true, complete: true, legible: true, consistent: true, sets: 1 },
};
export const examined = { examination: { marriageFound: 'found', opinion: 'Hồ sơ hợp lệ.' } };
export const confirmed = { draft: { checked: true } };
export const reviewed = { signing: { reviewed: true } };
export const sealed = { sealing: { signatureChecked: true, bookNumber: '01/2026' } };
export const handedOver = { handover: { method: 'electronic' } };
