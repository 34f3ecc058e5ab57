/** Letters that circulate on the Internet and that honest people fill in as well: every text takes one nearly as it stands. */
export const PUBLIC_LETTERS: readonly (readonly string[])[] = [
  [
    '尊敬的{lender}：您好！',
    '本人{name}，身份证号{identity}，因{reason}，目前收入减少，暂时无法按时足额归还信用卡欠款{debt}。',
    '本人并非恶意拖欠，一直有还款意愿，现向贵行申请协商还款，希望将欠款分{periods}期归还，每期{monthly}。',
    '根据《商业银行信用卡监督管理办法》第七十条，在特殊情况下可以与持卡人平等协商达成个性化分期还款协议，恳请贵行予以考虑。',
    '如需补充材料，请与本人联系，电话{phone}。此致敬礼。申请人：{name}，{day}。',
  ],
  [
    '投诉书。投诉人：{name}，电话：{phone}。被投诉机构：{lender}。',
    '投诉事项：请求被投诉机构停止向与债务无关的第三人催收，并对催收人员的不当言行作出书面说明。',
    '事实与理由：{day}，被投诉机构的催收人员多次拨打本人亲友电话，透露本人的借款情况，给本人的工作和生活造成了影响。',
    '上述行为违反了个人信息保护法的有关规定。请贵局依法调查处理，并将结果书面告知投诉人。投诉人：{name}，{day}。',
  ],
  [
    '个人征信异议申请。申请人{name}，证件号码{identity}，联系电话{phone}。',
    '本人在查询个人信用报告时发现，{lender}报送的一笔金额为{debt}的信息与实际情况不符，现提出异议。',
    '请贵单位对该笔信息进行核查，如确有错误，请依照征信业管理条例的规定在二十日内予以更正，并将处理结果答复本人。',
    '本人承诺以上陈述真实，愿意承担相应的法律责任。申请人签名：{name}，{day}。',
  ],
];
