import type { ArticleState } from '../../api';

/** The colour of each state's tag. */
export const STATE_TAGS: Record<ArticleState, 'info' | 'success' | 'warning'> = {
  draft: 'info',
  published: 'success',
  withdrawn: 'warning',
};
