import type { ArticleState } from '../../api';

/** The colour of each state's tag. */
export const STATE_TAGS: Record<ArticleState, 'info' | 'primary' | 'success' | 'warning'> = {
  draft: 'info',
  in_review: 'primary',
  approved: 'primary',
  published: 'success',
  withdrawn: 'warning',
};
