/** Runs the suite on an engine: over whole models, and with each decision deployed alone. */
import type { XmlElement } from '../../deploy/xml.ts';
import { aloneModel } from './alone.ts';
import { isRight } from './compare.ts';
import type { Model, WantedResult } from './suite.ts';

export interface EngineAnswer {
  /** JSON text. */
  readonly output?: string;
  readonly failure?: string;
  /** Why the model could not be deployed. */
  readonly refused?: string;
}

/** What a deployed model can be asked. */
export interface DeployedModel {
  evaluate(decisionId: string, variables: string): Promise<EngineAnswer>;
}

export interface Engine {
  /** Deploys a model; a text says why it is refused. */
  deploy(name: string, content: Buffer): Promise<DeployedModel | string>;
  close(): Promise<void>;
}

export type Manner = 'whole' | 'alone';

export interface Result extends EngineAnswer {
  readonly manner: Manner;
  readonly level: 2 | 3;
  /** Model, case, decision. */
  readonly id: string;
  readonly right: boolean;
}

const decisionsOf = (root: XmlElement): Map<string, XmlElement> =>
  new Map(
    root.children
      .filter(({ name }) => name === 'decision')
      .map((decision) => [decision.attributes.get('name') ?? '', decision]),
  );

/** Asks one engine everything; `manner` says how the models are deployed. */
export async function runSuite(models: readonly Model[], engine: Engine, manner: Manner): Promise<Result[]> {
  const results: Result[] = [];
  for (const model of models) {
    const decisions = decisionsOf(model.root);
    const deployed = new Map<string, DeployedModel | string>();
    const deploymentFor = async (name: string, decision: XmlElement): Promise<DeployedModel | string> => {
      const key = manner === 'whole' ? '' : name;
      const known = deployed.get(key);
      if (known !== undefined) return known;
      const content = manner === 'whole' ? model.content : aloneModel(model.root, decision);
      const file = manner === 'whole' ? model.name : model.name.replace(/\.dmn$/, `-${deployed.size}.dmn`);
      const result = await engine.deploy(file, content);
      deployed.set(key, result);
      return result;
    };
    const ask = async (variables: string, { decision }: WantedResult): Promise<EngineAnswer> => {
      const element = decisions.get(decision);
      if (!element) return { refused: `no decision is named ${decision}` };
      const target = await deploymentFor(decision, element);
      if (typeof target === 'string') return { refused: target };
      return target.evaluate(element.attributes.get('id') ?? decision, variables);
    };
    for (const { id, variables, results: wanted } of model.cases) {
      for (const one of wanted) {
        const answer = await ask(variables, one);
        results.push({
          manner,
          level: model.level,
          id: `${model.name} ${id} ${one.decision}`,
          ...answer,
          right: isRight(one.wanted, one.error, answer),
        });
      }
    }
  }
  return results;
}
