import { isRecord } from './checks.ts';

let serial = 0;

/** Blocks with the `block_id` and `action_id` that Slack makes up where an app gave none. */
export function withIds(blocks: unknown[]): unknown[] {
  return blocks.map((block) => {
    if (!isRecord(block)) return block;
    const hasElements = block.type === 'actions' || block.type === 'context_actions';
    return {
      ...block,
      ...(hasElements && Array.isArray(block.elements) && { elements: block.elements.map(withActionId) }),
      ...(block.accessory !== undefined && { accessory: withActionId(block.accessory) }),
      ...(block.type === 'input' && { element: withActionId(block.element) }),
      block_id: block.block_id ?? newId(),
    };
  });
}

function withActionId(element: unknown): unknown {
  return isRecord(element) ? { ...element, action_id: element.action_id ?? newId() } : element;
}

function newId(): string {
  serial += 1;
  return `made${serial}`;
}
