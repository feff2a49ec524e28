import { blockKitProblems, isTooLong } from './block-kit.ts';
import { isRecord } from './checks.ts';
import { markupProblems } from './markup-problems.ts';
import { type Arguments, type MethodContext, parseJson, type Result, refusal } from './method.ts';
import { withIds } from './with-ids.ts';

export type Content = { text: string; blocks?: unknown[]; metadata?: unknown };
type Reading = { content: Content } | { refused: Result };

/** The content of a message from the arguments of a call, or Slack's refusal of it. */
export function contentOf(args: Arguments, context: MethodContext): Reading {
  const blocks = args.blocks === undefined ? undefined : parseJson(args.blocks);
  if (args.blocks !== undefined && blocks === undefined) return { refused: refusal('invalid_blocks_format') };
  const metadata = args.metadata === undefined ? undefined : parseJson(args.metadata);
  if (args.metadata !== undefined && !isMetadata(metadata))
    return { refused: refusal('invalid_metadata_format') };
  return checkContent({ text: args.text ?? '', blocks, metadata }, context);
}

/**
 * Checks what an app wants shown. Slack posts text up to 40,000 characters, cut; the fake refuses what a careful
 * app does not send. Markup that is parsed is a violation, and is shown all the same, as in Slack.
 */
export function checkContent(
  { text, blocks, metadata }: { text: string; blocks: unknown; metadata?: unknown },
  context: MethodContext,
): Reading {
  if (text === '' && blocks === undefined) return { refused: refusal('no_text') };
  if (text.length > 4_000) return { refused: refusal('msg_too_long') };
  const problems = blocks === undefined ? [] : blockKitProblems(blocks);
  if (problems.length > 0) return { refused: refusal('invalid_blocks', problems) };
  if (Array.isArray(blocks) && isTooLong(blocks)) return { refused: refusal('msg_blocks_too_long') };
  noteMarkup([text, blocks], context);
  return {
    content: {
      text,
      ...(Array.isArray(blocks) && { blocks: withIds(blocks) }),
      ...(metadata !== undefined && { metadata }),
    },
  };
}

/** Markup in any of the parts becomes a violation. */
export function noteMarkup(parts: unknown[], { allowedMentions, violations }: MethodContext): void {
  for (const found of parts.flatMap((part) => markupProblems(part, allowedMentions)))
    violations.push(`markup that Slack parses: ${found}`);
}

function isMetadata(value: unknown): boolean {
  return isRecord(value) && typeof value.event_type === 'string' && isRecord(value.event_payload);
}
