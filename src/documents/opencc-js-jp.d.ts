/** The tables that opencc-js exports one by one have no types of their own. */
declare module 'opencc-js/from/jp' {
  import type { DictGroup } from 'opencc-js/core';

  const groups: readonly DictGroup[];
  export default groups;
}
