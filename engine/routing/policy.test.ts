import { expect, test } from 'vitest';
import { loadPolicy } from './policy.ts';

const may = await loadPolicy();

test.each([
  ['receptionist', 'dossier.enter', true],
  ['judicialOfficer', 'dossier.enter', false],
  ['landOfficer', 'task.act', true],
  ['landOfficer', 'operations.read', false],
  ['director', 'task.reassign', true],
  ['receptionist', 'task.reassign', false],
  ['verifier', 'task.act', true],
  ['verifier', 'dossier.read', false],
  ['verifier', 'dossier.readConsulted', true],
  ['judicialOfficer', 'dossier.readConsulted', false],
  ['administrator', 'operations.retry', true],
  ['administrator', 'dossier.read', false],
  ['administrator', 'task.read', false],
  ['analyst', 'procedures.publish', true],
  ['analyst', 'dossier.read', false],
] as const)('%s × %s → %s', (role, action, expected) => {
  expect(may(role, action)).toBe(expected);
});
