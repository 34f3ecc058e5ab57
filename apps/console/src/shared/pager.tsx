import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import type { Message } from '@jianzhen/evidence';
import { Button, Flex } from 'antd';
import { useLanguage } from '../language.tsx';
import { words } from '../words.ts';
import type { ListView } from './list-view.ts';

interface Props {
  readonly view: Pick<ListView<object>, 'page' | 'newer' | 'older'>;
  readonly next: string | null;
  /** What the keys of this page do; null where there are none. */
  readonly keys: Message | null;
}

/** Newer and older pages of the list, and the keys of this page. */
export function Pager({ view, next, keys }: Props) {
  const { say } = useLanguage();
  const several = view.page > 1 || next !== null;
  return (
    <Flex justify="space-between" align="center" gap={12} wrap className="pager">
      <span className="muted">{keys ? say(keys) : null}</span>
      {several ? (
        <Flex align="center" gap={10}>
          <Button icon={<LeftOutlined />} disabled={view.page === 1} onClick={view.newer}>
            {say(words.newer)}
          </Button>
          <span>{say(words.pageNumber, { page: view.page })}</span>
          <Button
            icon={<RightOutlined />}
            iconPlacement="end"
            disabled={next === null}
            onClick={() => next && view.older(next)}
          >
            {say(words.older)}
          </Button>
        </Flex>
      ) : null}
    </Flex>
  );
}
