import type { Role } from './assignment.ts';

const lead = /牵头|牽頭|主办|主辦|主管|主责|主責|归口|第一|\blead|coordinat|주관|主担当/iu;
const support = /配合|参与|參與|协办|協辦|协助|協助|协同|支持|support|協力|関係|連携|支援|関連|협조|지원/iu;

/** The role that a label gives: 牵头单位 leads, 配合部门 supports, 责任单位 are responsible together. */
export function roleOf(label: string): Role {
  if (lead.test(label)) return 'lead';
  return support.test(label) ? 'support' : 'joint';
}
