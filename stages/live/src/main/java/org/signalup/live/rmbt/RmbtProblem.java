package org.signalup.live.rmbt;

import org.signalup.domain.Text;

/** Why a client is told no. */
public enum RmbtProblem {
    NOT_UNDERSTOOD(Text.of("请求无法识别", "the request is not understood")),
    NO_TEST_SERVER(Text.of(
            "本平台没有配置测速服务器（signalup.rmbt.server-…）", "no measurement server is configured (signalup.rmbt.server-…)")),
    NO_PING_SERVER(
            Text.of("本平台没有配置时延探测服务器（signalup.rmbt.ping-…）", "no ping server is configured (signalup.rmbt.ping-…)")),
    NO_ORGANISATION(Text.of("平台还没有结果可归属的单位", "the platform has no organisation yet that results could belong to")),
    CLIENT_UUID(Text.of("缺少或无法识别 client_uuid / uuid", "client_uuid / uuid is missing or not understood")),
    TOKEN_INVALID(Text.of("测试令牌无效", "the test token is not valid")),
    TEST_UNKNOWN(Text.of("没有申请过这个测试", "this test was not asked for")),
    OTHER_CLIENT(Text.of("这个测试是另一个终端申请的", "this test was asked for by another client")),
    ALREADY_RECEIVED(Text.of("这个测试的结果已经收到", "the result of this test was received before")),
    TOO_LATE(Text.of("结果来得太晚", "the result comes too late"));

    private final Text text;

    RmbtProblem(Text text) {
        this.text = text;
    }

    public Text text() {
        return text;
    }
}
