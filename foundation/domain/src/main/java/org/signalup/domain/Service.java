package org.signalup.domain;

/** 业务: what a service row tried. */
public enum Service implements Coded {
    RATE("RATE", 1, "测速", "rate test"),
    LIVE("LIVE", 2, "视频直播", "live video"),
    SHORT_VIDEO("SHORT_VIDEO", 3, "短视频", "short video"),
    VIDEO_CALL("VIDEO_CALL", 4, "视频通话", "video call"),
    CLOUD_GAME("CLOUD_GAME", 5, "云游戏", "cloud game"),
    VOICE("VOICE", 6, "语音", "voice"),
    WEB("WEB", 7, "网页", "web"),
    PAYMENT("PAYMENT", 8, "移动支付", "payment"),
    MESSAGE("MESSAGE", 9, "消息", "message");

    private final String code;
    private final int number;
    private final Text text;

    Service(String code, int number, String zh, String en) {
        this.code = code;
        this.number = number;
        this.text = Text.of(zh, en);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public Text text() {
        return text;
    }
}
