import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { verdictWords } from '@jianzhen/evidence';
import { Button, Select, Space } from 'antd';
import type { Page } from '../api/types.ts';
import { useLanguage } from '../language.tsx';
import { words } from '../words.ts';

interface Props {
  readonly pages: readonly Page[];
  /** 1-based. */
  readonly current: number;
  readonly turnTo: (page: number) => void;
}

/** Pages of a file of several, each with its verdict. */
export function PageSwitch({ pages, current, turnTo }: Props) {
  const { say } = useLanguage();
  if (pages.length < 2) return null;
  return (
    <Space.Compact>
      <Button
        aria-label={say(words.previousPage)}
        icon={<LeftOutlined />}
        disabled={current <= 1}
        onClick={() => turnTo(current - 1)}
      />
      <Select
        aria-label={say(words.page)}
        value={current}
        onChange={turnTo}
        popupMatchSelectWidth={false}
        labelRender={({ value }) => say(words.pageOf, { page: Number(value), pages: pages.length })}
        options={pages.map(({ page, verdict }) => ({
          value: page,
          label: `${page} · ${say(verdictWords[verdict])}`,
        }))}
      />
      <Button
        aria-label={say(words.nextPage)}
        icon={<RightOutlined />}
        disabled={current >= pages.length}
        onClick={() => turnTo(current + 1)}
      />
    </Space.Compact>
  );
}
