/** A reason why a package is refused: which element, why, and what to do. */
import type { Localized } from './schema.ts';

export interface PackageProblem {
  /** File and element, e.g. `process.bpmn#examination` or `procedure.json#tasks.examination.form`. */
  readonly element: string;
  readonly reason: Localized;
  readonly fix: Localized;
}

/** The package is refused as a whole; every problem found is named. */
export class PackageError extends Error {
  readonly folder: string;
  readonly problems: readonly PackageProblem[];
  constructor(folder: string, problems: readonly PackageProblem[]) {
    super(
      `Gói thủ tục ${folder} bị từ chối (package refused), ${problems.length} lỗi:\n${problems
        .map((p) => `- ${p.element}: ${p.reason.vi} → ${p.fix.vi}\n  (${p.reason.en} → ${p.fix.en})`)
        .join('\n')}`,
    );
    this.name = 'PackageError';
    this.folder = folder;
    this.problems = problems;
  }
}
