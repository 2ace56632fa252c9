"""Communiques in Chinese: who signs before the verb, titles behind it or in 《》."""

from datetime import date

from tests.communique.last_types import parties, read, states, titles


def test_who_signs_is_no_part_of_the_title():
    proposal = read("新加坡贸易与工业部和越南计划与投资部签署了关于升级互联互通框架的意向书。")
    assert proposal.language == "zh"
    assert titles(proposal) == [("letter_of_intent", "关于升级互联互通框架的意向书")]
    assert parties(proposal.documents[0]) == [
        ("新加坡贸易与工业部", "agency", "sg"),
        ("越南计划与投资部", "agency", "vn"),
    ]


def test_a_body_under_another():
    proposal = read("新加坡知识产权局与越南科技部属下的国家知识产权局签署了合作备忘录。")
    assert parties(proposal.documents[0])[1] == (
        "越南科技部属下的国家知识产权局",
        "agency",
        "vn",
    )


def test_a_list_of_titles_in_brackets():
    proposal = read(
        "这三个文件包括:《中国海关总署与坦桑尼亚农业、畜牧和渔业部关于大豆输华检疫议定书》、"
        "《中国文化部与坦桑尼亚文化和体育部2013年至2016年合作计划》,以及《江苏省与桑给巴尔关于"
        "建立友好关系的备忘录》。文件已签署。"
    )
    assert [kind for kind, _ in titles(proposal)] == ["protocol", "plan", "memorandum"]
    assert parties(proposal.documents[0])[1] == ("坦桑尼亚农业、畜牧和渔业部", "agency", "tz")
    assert (proposal.documents[1].period.first, proposal.documents[1].period.last) == (2013, 2016)
    assert [kind for _, kind, _ in parties(proposal.documents[2])] == ["region", "region"]


def test_a_list_with_commas():
    proposal = read(
        "中国和秘鲁签署两项文件,分别是:中国水利部与秘鲁环境部关于防洪合作的谅解备忘录,"
        "中国文化部和秘鲁文化、旅游部联合声明。"
    )
    assert titles(proposal) == [
        ("memorandum_of_understanding", "中国水利部与秘鲁环境部关于防洪合作的谅解备忘录"),
        ("joint_statement", "中国文化部和秘鲁文化、旅游部联合声明"),
    ]
    assert proposal.event.total.number == 2


def test_a_body_of_each_of_the_two():
    proposal = read("新加坡与越南举行会谈。两国司法部签署了2023年至2025年法律合作计划。")
    assert parties(proposal.documents[0]) == [
        ("两国司法部", "agency", "sg"),
        ("两国司法部", "agency", "vn"),
    ]


def test_older_and_planned_are_not_signed_now():
    proposal = read(
        "中国与捷克的部长举行会谈。匈方此前已于2015年签署《关于共同建设的谅解备忘录》。"
        "双方同意尽快商签避免双重征税协定。"
    )
    assert proposal.documents == []
    assert [one.why for one in proposal.not_signed_now] == ["older", "planned"]


def test_a_type_named_again_is_no_new_document():
    proposal = read(
        "中国气象局与捷克水文气象研究所签署了关于灾害性天气预警的谅解备忘录。根据备忘录,双方将轮流"
        "举办研讨会。协议将使他们求学更加方便。"
    )
    assert titles(proposal) == [("memorandum_of_understanding", "关于灾害性天气预警的谅解备忘录")]


def test_heads_who_sign_and_heads_who_look_on():
    proposal = read(
        "会谈后,两国元首共同签署《中华人民共和国和塔吉克斯坦共和国联合声明》,并见证签署《中国商务部与"
        "塔吉克斯坦经济发展与贸易部投资合作谅解备忘录》。"
    )
    assert [document.is_signed_by_heads for document in proposal.documents] == [True, False]
    assert states(proposal) == ["cn", "tj"]


def test_a_day_without_its_month():
    proposal = read("17日,中国与秘鲁在利马签署了五项文件。", date(2013, 5, 19))
    assert proposal.event.began_on.value == "2013-05-17"
    assert proposal.event.total.number == 5


def test_titles_in_brackets_without_a_comma_and_lines_without_marks():
    proposal = read(
        "中国与老挝签署的文件清单:\n《中国外交部与老挝外交部合作计划》\n"
        "《关于共建经济走廊的谅解备忘录》《关于互认学历的协议》\n"
    )
    assert [title for _, title in titles(proposal)][:2] == [
        "中国外交部与老挝外交部合作计划",
        "关于共建经济走廊的谅解备忘录",
    ]
