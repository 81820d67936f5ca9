/** Texts of refusals that scenarios share. */

/** What DeployResource answers when checks fail on one element of the first file. */
export const deploymentError = (element: string, ...messages: readonly string[]): string =>
  `Command 'CREATE' rejected with code 'INVALID_ARGUMENT': Expected to deploy new resources, but encountered the following errors:\n'p0.bpmn': - Element: ${element}\n${messages.map((message) => `    - ERROR: ${message}\n`).join('')}`;
