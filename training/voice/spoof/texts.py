"""Sentences for synthesisers, put together from parts by number: nobody wrote or said them."""
import random

OPENINGS = ["Good morning", "Hello", "Excuse me", "Thank you for waiting", "Yes", "As I said before", "Well", "Listen"]
SUBJECTS = ["my account", "the last payment", "this loan", "the card", "your letter", "the contract", "the interest", "my sister's house"]
VERBS = ["was closed", "has changed", "did not arrive", "should be checked", "looks wrong to me", "went to another bank", "is much too high", "needs a new date"]
TIMES = ["in March", "two weeks ago", "on Thursday", "last year", "before the holiday", "this afternoon", "when I was ill", "after we moved"]
ENDINGS = ["could you help me with it", "and nobody told me", "so I want to ask about it", "please write it down", "I would like to know why",
           "and that is all", "because I lost my job", "can we speak about the rest"]

OPENINGS_ZH = ["你好", "是的", "麻烦你了", "我想问一下", "之前说过", "请等一下"]
SUBJECTS_ZH = ["我的账户", "上个月的还款", "这笔贷款", "那张银行卡", "合同上的日期", "利息"]
VERBS_ZH = ["还没有到账", "已经改了", "算得不对", "需要重新核对", "比以前高很多", "被关掉了"]
ENDINGS_ZH = ["能不能帮我看一下", "我想知道为什么", "请你记下来", "家里最近有困难", "没有人通知我", "今天就说到这里"]


def sentence(number: int, language: str = "en") -> str:
    draw = random.Random(f"text {number}")
    if language == "zh":
        parts = [draw.choice(part) for part in (OPENINGS_ZH, SUBJECTS_ZH, VERBS_ZH, ENDINGS_ZH)]
        return "，".join([parts[0], parts[1] + parts[2], parts[3]]) + "。"
    parts = [draw.choice(part) for part in (OPENINGS, SUBJECTS, VERBS, TIMES, ENDINGS)]
    return f"{parts[0]}, {parts[1]} {parts[2]} {parts[3]}, {parts[4]}."
