import type { ThemeConfig } from 'antd';

export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1f4f8a',
    colorLink: '#1f4f8a',
    colorInfo: '#1f4f8a',
    colorInfoBg: '#e6eef8',
    colorError: '#b3261e',
    colorErrorBg: '#fdecea',
    colorErrorBorder: '#f0b9b4',
    colorSuccess: '#1d6b3c',
    colorSuccessBg: '#e5f4ea',
    colorSuccessBorder: '#a9d8b8',
    colorText: '#1a2230',
    colorTextSecondary: '#566072',
    colorTextDescription: '#566072',
    controlItemBgActive: '#e6eef8',
    controlItemBgActiveHover: '#dbe7f5',
    // Ant Design's own placeholder grey is too faint to read.
    colorTextPlaceholder: '#6b7484',
    borderRadius: 6,
    fontFamily:
      'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif',
  },
};
