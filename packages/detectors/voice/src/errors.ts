import { defineErrors } from '@jianzhen/evidence';

/** Every coded error of this package. */
export const errors = defineErrors({
  'voice.model-unreadable': {
    zh: '声纹模型 {model} 无法加载：{detail}。',
    en: 'The speaker model {model} cannot be loaded: {detail}.',
    status: 500,
  },
  'voice.model-unfit': {
    zh: '声纹模型 {model} 的输入输出不符合要求（应为 [批, 帧, 80] → [批, 维]）：{detail}。',
    en: 'The speaker model {model} does not fit the slot, which takes [batch, frames, 80] and gives [batch, dimensions]: {detail}.',
    status: 500,
  },
  'voice.model-checksum': {
    zh: '声纹模型 {model} 的校验和不符：应为 {expected}，实为 {actual}。',
    en: 'The speaker model {model} has the wrong checksum: {expected} was expected, it is {actual}.',
    status: 500,
  },
  'voice.models-differ': {
    zh: '两个声纹出自不同模型（{left} 与 {right}），不能比对。',
    en: 'The voiceprints come from different models, {left} and {right}; they cannot be compared.',
    status: 409,
  },
  'voice.back-end-unreadable': {
    zh: '声纹打分参数无法读取：{detail}。',
    en: 'The back end of the speaker model cannot be read: {detail}.',
    status: 500,
  },
  'voice.back-end-of-another-model': {
    zh: '打分参数是为模型 {fitted} 拟合的，不适用于 {model}。请用 scripts/fit-voice 重新拟合。',
    en: 'The back end was fitted for the model {fitted}, not for {model}. Fit one with scripts/fit-voice.',
    status: 500,
  },
  'voice.spoof-model-unreadable': {
    zh: '合成语音模型无法读取：{detail}。',
    en: 'The model of synthetic speech cannot be read: {detail}.',
    status: 500,
  },
  'voice.channel-needed': {
    zh: '录音有 {channels} 个声道，说话人各不相同；请指明用哪一个（--channel 1 或 2）。',
    en: 'The recording has {channels} channels with different speakers; say which one is meant (--channel 1 or 2).',
  },
  'voice.no-such-channel': {
    zh: '录音没有声道 {channel}，只有 {channels} 个声道。',
    en: 'The recording has no channel {channel}; it has {channels}.',
  },
  'voice.enrolment-disagrees': {
    zh: '{calls} 段录音中没有过半数听起来是同一人（最多 {agreeing} 段），未登记。',
    en: 'Of {calls} recordings no majority sounds like one person ({agreeing} at most), so that nobody was enrolled.',
  },
  'voice.nothing-to-enrol': {
    zh: '没有可以登记的录音。',
    en: 'There is no recording to enrol.',
  },
  'voice.too-many-recordings': {
    zh: '一次最多聚类 {limit} 段录音，给出了 {count} 段。',
    en: 'At most {limit} recordings are clustered at one time; {count} were given.',
  },
});
