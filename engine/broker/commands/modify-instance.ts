/** ModifyProcessInstance: activates first, then terminates, then ends scopes left empty (zeebe.md 3.20). */
import type { NodeId } from '../deploy/graph.ts';
import { activateElement } from '../process/activation.ts';
import type { Engine } from '../process/engine.ts';
import { terminateDirectly } from '../process/termination.ts';
import type { Document, ElementInstance, Key } from '../state/model.ts';
import { rollback, type State } from '../state/state.ts';
import { type Command, done, type Empty, type Outcome, reject } from './command.ts';
import { type Instruction, readInstructions } from './modify-checks.ts';

export interface ActivateInstruction {
  readonly elementId: string;
  /** 0 or less: Zeebe looks for the only running instance of each flow scope. */
  readonly ancestorKey: Key;
  readonly variables: readonly { readonly document: Document; readonly scopeId: string }[];
}
export interface ModifyInstance {
  readonly processInstanceKey: Key;
  readonly activate: readonly ActivateInstruction[];
  readonly terminate: readonly Key[];
}

/** Keys of this partition; others cannot be those of an element. */
const isKey = (key: Key): boolean => key >= 2 ** 51 && key < 2 ** 52;

export const modifyInstanceCommand = (wanted: ModifyInstance): Command<Empty> => ({
  intent: 'MODIFY',
  needs: () =>
    [
      wanted.processInstanceKey,
      ...wanted.terminate,
      ...wanted.activate.map(({ ancestorKey }) => ancestorKey),
    ].filter(isKey),
  process(engine) {
    const root = rootOf(engine.state, wanted.processInstanceKey);
    if (!root) {
      const reason = `Expected to modify process instance but no process instance found with key '${wanted.processInstanceKey}'`;
      return reject('NOT_FOUND', reason);
    }
    const instructions = readInstructions(engine.state, root, wanted);
    if (!instructions.ok) return instructions;
    const outcome = apply(engine, root, instructions.value, wanted.terminate);
    if (!outcome.ok) takeBack(engine);
    return outcome;
  },
});

/** A rejected command leaves nothing behind. */
export function takeBack(engine: Engine): void {
  rollback(engine.state);
  engine.steps.length = 0;
}

/** An element's key stands for its instance, as in Zeebe. */
function rootOf(state: State, key: Key): ElementInstance | undefined {
  const element = state.elements.get(key);
  const root = element && state.elements.get(element.instance.key);
  return element?.state === 'TERMINATING' || root?.state === 'TERMINATING' ? undefined : root;
}

function apply(
  engine: Engine,
  root: ElementInstance,
  instructions: readonly Instruction[],
  terminate: readonly Key[],
): Outcome<Empty> {
  const { bpmnProcessId } = root.instance.definition;
  const intro = `Expected to modify instance of process '${bpmnProcessId}' but`;
  const needed = new Set<ElementInstance>();
  for (const instruction of instructions) {
    const result = activateElement(engine, root, instruction);
    if (result.ok) {
      for (const scope of result.scopes) needed.add(scope);
      continue;
    }
    if (result.reason === 'subscription') return reject('INVALID_ARGUMENT', result.message);
    const reason = scopeRefused(result.reason, nameOf(root, result.node));
    return instruction.zeroAncestor && result.reason === 'ambiguous'
      ? reject(
          'PROCESSING_ERROR',
          `Expected to process command 'MODIFY' without errors, but the ancestor scope key is 0`,
        )
      : reject('INVALID_ARGUMENT', `${intro} it contains one or more ${reason}`);
  }
  for (const key of terminate) {
    const element = engine.state.elements.get(key);
    if (!element || terminateDirectly(engine, element, needed)) continue;
    // an element of another instance is accepted, and that instance is the one that would end
    const ended = element.instance.definition.bpmnProcessId;
    return reject(
      'INVALID_ARGUMENT',
      `Expected to modify instance of process '${ended}' but the given instructions would terminate the instance. The instance was created by a call activity in the parent process. To terminate this instance please modify the parent process instead.`,
    );
  }
  return done;
}

const nameOf = (root: ElementInstance, node: NodeId): string => root.instance.graph.nodes[node]?.id ?? '';

const scopeRefused = (reason: 'ambiguous' | 'multi-instance', id: string): string =>
  reason === 'ambiguous'
    ? `activate instructions for an element that has a flow scope with more than one active instance: '${id}'. Can't decide in which instance of the flow scope the element should be activated. Please specify an ancestor element instance key for this activate instruction.`
    : `activate instructions that would result in the activation of multi-instance element '${id}', which is currently unsupported.`;
