package org.signalup.lake.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.engine.EngineFailure;
import org.signalup.lake.LakeFinding.Kind;

/** Why a lake cannot be used as asked. */
public final class Refusals {
    /** What engines say when no file is to blame. */
    private static final Pattern OF_THE_MACHINE = Pattern.compile("No space left on device|(?i:out ?of ?memory)");

    private Refusals() {}

    static RefusedException absent(LakeFolder folder) {
        return of(
                folder,
                "LAKE_ABSENT",
                Text.of(
                        "不是数据湖（没有 lake.json）；signalup lake add 会新建",
                        "no lake (no lake.json); signalup lake add makes one"));
    }

    static RefusedException occupied(LakeFolder folder) {
        return of(
                folder,
                "LAKE_FOLDER_OCCUPIED",
                Text.of(
                        "文件夹里有别的东西，应为数据湖、空文件夹或还不存在",
                        "holds other things (expected: a lake, an empty folder, or none yet)"));
    }

    static RefusedException newer(LakeFolder folder, int version) {
        return of(
                folder,
                "LAKE_NEWER",
                Text.of(
                        "由更新的版本写成（格式 " + version + "，本版本最多认得 " + LakeState.VERSION + "）；请用更新的 signalup",
                        "was written by a newer version (format " + version + ", this one knows up to "
                                + LakeState.VERSION + "); use a newer signalup"));
    }

    static RefusedException broken(LakeFolder folder, String detail) {
        return of(
                folder,
                "LAKE_MANIFEST_BROKEN",
                Text.of(
                        "lake.json 已损坏（" + detail + "）；请从备份恢复这一个文件",
                        "lake.json is damaged (" + detail + "); bring this one file back from a backup"));
    }

    /**
     * The files of the lake that the engine cannot read: the one its words name, else those that are damaged, for which every file is
     * looked at; the failure itself if there are none.
     */
    public static RuntimeException unreadable(LakeFolder folder, EngineFailure failure) {
        String words = EngineFailure.said(failure);
        if (OF_THE_MACHINE.matcher(words).find()) {
            return failure;
        }
        Optional<String> named = named(folder, failure);
        if (named.isPresent()) {
            return new RefusedException(damaged(folder, named.get(), words));
        }
        List<Problem> found = new Verifying(folder)
                .verify().findings().stream()
                        .filter(finding -> finding.damages() || finding.kind() == Kind.TALLY)
                        .map(finding -> damaged(folder, finding.path(), words))
                        .toList();
        return found.isEmpty() ? failure : new RefusedException(found);
    }

    /**
     * The same for one who only reads.
     *
     * @param seen how often the lake had been written when it was looked at: what is not there any more may have been taken away since
     */
    public static RuntimeException unreadable(LakeFolder folder, EngineFailure failure, long seen) {
        boolean gone =
                named(folder, failure).filter(path -> !folder.exists(path)).isPresent();
        return gone && Manifests.read(folder).sequence() != seen ? changed(folder) : unreadable(folder, failure);
    }

    /** The file of the lake that the words of a failure name. */
    private static Optional<String> named(LakeFolder folder, EngineFailure failure) {
        Matcher named = Pattern.compile(Pattern.quote(folder.root() + "/") + "([^'\"]+)")
                .matcher(EngineFailure.said(failure));
        return named.find() ? Optional.of(named.group(1)).filter(folder::isPublished) : Optional.empty();
    }

    private static RefusedException changed(LakeFolder folder) {
        return of(
                folder,
                "LAKE_CHANGED",
                Text.of(
                        "读取期间湖被改动（撤回、删除终端或清除），所读的文件已不在；请再做一次",
                        "was changed while it was read (a batch withdrawn, a device forgotten, old files purged), and what was read is gone; do it again"));
    }

    private static Problem damaged(LakeFolder folder, String path, String words) {
        return Problem.ofFile(
                folder.root() + "/" + path,
                "LAKE_FILE_DAMAGED",
                Text.of(
                        "数据湖的这个文件不见了或已损坏（" + words + "）；用 lake verify 查明，用 lake verify --repair 修复",
                        "this file of the lake is missing or damaged (" + words
                                + "); lake verify tells what is wrong, lake verify --repair repairs it"));
    }

    /** A stream that lost its book. */
    public static RefusedException checkpoint(Path checkpoint, String topic) {
        return new RefusedException(Problem.ofFile(
                checkpoint.toString(),
                "CHECKPOINT_ABSENT",
                Text.of(
                        "湖里已有主题 " + topic + " 的消息，而这里没有读到哪里的记录，从头再读会重复计数；请给出原来的 --checkpoint，或先撤回这些批次",
                        "the lake has messages of topic " + topic
                                + ", and there is no record here of how far it was read:"
                                + " reading from the start would count twice; name the --checkpoint it had, or withdraw"
                                + " these batches first")));
    }

    static RefusedException busy(LakeFolder folder) {
        return of(
                folder,
                "LAKE_BUSY",
                Text.of(
                        "另一个进程正在写这个数据湖；请稍后再试，或加 --wait 秒数",
                        "another process is writing to this lake; try again later, or with --wait SECONDS"));
    }

    static RefusedException overtaken(LakeFolder folder) {
        return of(
                folder,
                "LAKE_BUSY",
                Text.of(
                        "另一个进程同时写了这个数据湖，本次没有改变它；请再试，或加 --wait 秒数",
                        "another process wrote to this lake meanwhile, and this one has changed nothing; try again, or with"
                                + " --wait SECONDS"));
    }

    /** A store that lets two writers overwrite each other. */
    static RefusedException careless(LakeFolder folder) {
        return of(
                folder,
                "LAKE_STORE_CARELESS",
                Text.of(
                        "存储不理会“仅当不存在时写入”（If-None-Match），两个进程会互相覆盖；请换用支持它的存储",
                        "lies on a store that ignores the condition to write only what is not there (If-None-Match), so that two"
                                + " processes would overwrite each other; use a store that heeds it"));
    }

    static RefusedException zone(LakeFolder folder, String own, String given) {
        return of(
                folder,
                "LAKE_ZONE",
                Text.of(
                        "这个数据湖按 " + own + " 定日期，方案的时区是 " + given,
                        "dates of this lake are of " + own + ", the programme's zone is " + given));
    }

    static RefusedException unknownBatch(LakeFolder folder, String batch) {
        return of(folder, "BATCH_UNKNOWN", Text.of("没有批次 " + batch, "has no batch " + batch));
    }

    static RefusedException unwritable(LakeFolder folder, Exception cause) {
        return of(folder, "LAKE_UNWRITABLE", Text.of("无法写入：" + cause, "cannot be written: " + cause));
    }

    static RefusedException changed(String file) {
        return new RefusedException(
                Problem.ofFile(file, "FILE_CHANGED", Text.of("读取期间内容变了，请再试", "changed while it was read, try again")));
    }

    private static RefusedException of(LakeFolder folder, String code, Text message) {
        return new RefusedException(Problem.ofFile(folder.root().toString(), code, message));
    }
}
