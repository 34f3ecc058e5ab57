import { ExpandOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons';
import { Button, Checkbox, Slider, Space, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import type { Page } from '../../api/types.ts';
import { useLanguage } from '../../language.tsx';
import { words } from '../../words.ts';
import type { ViewportControl } from './use-viewport.ts';

interface Props {
  readonly page: Page;
  readonly heat: number;
  readonly setHeat: (heat: number) => void;
  readonly boxes: boolean;
  readonly setBoxes: (boxes: boolean) => void;
  readonly text: boolean;
  readonly setText: (text: boolean) => void;
  readonly scale: number | null;
  readonly control: ViewportControl;
}

export function Toolbar({ page, heat, setHeat, boxes, setBoxes, text, setText, scale, control }: Props) {
  const { say } = useLanguage();
  const tool = (label: string, icon: ReactNode, onClick: () => void) => (
    <Tooltip title={label}>
      <Button aria-label={label} icon={icon} onClick={onClick} />
    </Tooltip>
  );
  return (
    <div className="toolbar">
      {page.heatmap ? (
        <span className="strength">
          <Checkbox checked={heat > 0} onChange={(event) => setHeat(event.target.checked ? 60 : 0)}>
            {say(words.heat)}
          </Checkbox>
          <Slider
            min={0}
            max={100}
            value={heat}
            onChange={setHeat}
            ariaLabelForHandle={say(words.heatStrength)}
            // The value stands beside it.
            tooltip={{ formatter: null }}
          />
          <span className="value">{heat}%</span>
        </span>
      ) : (
        <span className="muted">{say(words.noHeat)}</span>
      )}
      <Checkbox checked={boxes} onChange={(event) => setBoxes(event.target.checked)}>
        {say(words.boxes)}
      </Checkbox>
      {page.reading ? (
        <Checkbox checked={text} onChange={(event) => setText(event.target.checked)}>
          {say(words.textLayer)}
        </Checkbox>
      ) : null}
      <span className="spring" />
      <span className="muted value">{scale === null ? '' : `${Math.round(scale * 100)}%`}</span>
      <Space.Compact>
        {tool(say(words.zoomOut), <ZoomOutOutlined />, () => control.zoom(0.8))}
        {tool(say(words.zoomIn), <ZoomInOutlined />, () => control.zoom(1.25))}
        <Tooltip title={say(words.actualSize)}>
          <Button
            aria-label={`1:1 ${say(words.actualSize)}`}
            onClick={() => scale && control.zoom(1 / scale)}
          >
            1:1
          </Button>
        </Tooltip>
        {tool(say(words.fit), <ExpandOutlined />, control.fitPage)}
      </Space.Compact>
    </div>
  );
}
