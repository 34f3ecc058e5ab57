import { defineErrors } from '@jianzhen/evidence';

/** Every coded error of this package. */
export const errors = defineErrors({
  'sound.empty': {
    zh: '录音中没有声音数据。请重新导出完整的录音后再提交。',
    en: 'The recording holds no sound. Export the whole recording and submit it again.',
  },
  'sound.corrupt': {
    zh: '录音已损坏，无法读取（{detailZh}）。请重新导出后再提交。',
    en: 'The recording is damaged and cannot be read ({detailEn}). Export it again.',
  },
  'sound.unsupported-format': {
    zh: '文件的内容是{seenZh}，不能作为录音读取。支持 WAV、FLAC、MP3、Ogg Opus、AMR（NB/WB），以及文件名以 .al/.ul/.pcma/.pcmu 结尾的裸 G.711；请转换后再提交。',
    en: 'The content of the file is {seenEn}, which is not read as a recording. WAV, FLAC, MP3, Ogg Opus and AMR (NB/WB) are, and raw G.711 in files named .al/.ul/.pcma/.pcmu; convert it and submit it again.',
    status: 415,
  },
  'sound.unsupported-coding': {
    zh: '不支持这种 {format} 编码（{coding}）。请改存为 16 位 PCM 的 WAV 后再提交。',
    en: 'This coding of {format} is not supported ({coding}). Save it as WAV with 16-bit PCM and submit it again.',
    status: 415,
  },
  'sound.too-many-channels': {
    zh: '录音有 {channels} 个声道，最多支持 2 个（坐席和客户各一个）。请分轨导出后再提交。',
    en: 'The recording has {channels} channels; at most 2 are read (agent and customer). Export the tracks apart and submit them again.',
  },
  'sound.sample-rate': {
    zh: '录音的采样率为 {rate} Hz，支持 {min} 至 {max} Hz。请转换后再提交。',
    en: 'The recording is sampled at {rate} Hz; {min} to {max} Hz are read. Convert it and submit it again.',
  },
  'sound.too-long': {
    zh: '录音长达 {hours} 小时以上，超过 {limit} 小时的上限。请截取需要检查的部分后再提交。',
    en: 'The recording lasts over {hours} hours, more than the limit of {limit}. Cut out the part that matters and submit that.',
    status: 413,
  },
  'sound.silent': {
    zh: '录音几乎是静音的。请确认录到了声音后再提交。',
    en: 'The recording is as good as silent. Make sure that something was recorded and submit it again.',
  },
  'sound.too-little-speech': {
    zh: '录音中只有 {seconds} 秒语音，至少需要 {least} 秒。请提供说话更多的录音。',
    en: 'The recording has only {seconds} s of speech; at least {least} s are needed. Submit one with more speech.',
  },
  'sound.no-speech': {
    zh: '录音中的声音不像人说话（提示音、音乐或噪声）。请提供有人说话的录音。',
    en: 'What sounds in the recording is not like speech (tones, music or noise). Submit one in which somebody speaks.',
  },
  'sound.clipped': {
    zh: '语音严重过载失真（{percent}% 的采样削波），不能用于声纹。请降低录音音量后重录。',
    en: 'The speech is badly overdriven ({percent}% of its samples are clipped) and no voice can be told from it. Record it again at a lower level.',
  },
  'sound.too-noisy': {
    zh: '噪声太大（信噪比 {decibels} dB），不能用于声纹。请在安静处重录。',
    en: 'There is too much noise (signal to noise {decibels} dB) to tell a voice. Record it again in a quiet place.',
  },
  'sound.read-twice': {
    zh: '录音是流式读取的，只能读取一次。',
    en: 'A recording is read as a stream, and only once.',
    status: 500,
  },
  'sound.decoder-unavailable': {
    zh: '{format} 解码器无法启动（{detail}）。请联系管理员检查安装。',
    en: 'The decoder of {format} could not be started ({detail}). Ask the administrator to check the installation.',
    status: 500,
  },
  'sound.voice-activity-unavailable': {
    zh: '语音检测模型不可用（{detail}）。请联系管理员检查安装。',
    en: 'The network that finds speech is not available ({detail}). Ask the administrator to check the installation.',
    status: 500,
  },
});
