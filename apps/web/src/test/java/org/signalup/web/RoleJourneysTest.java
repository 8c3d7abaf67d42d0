package org.signalup.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.signalup.people.OrganisationKind;
import org.signalup.store.Scope;

/** The ten commonest ways of each kind of organisation through the platform, in a real browser; each ends with a look at its page. */
class RoleJourneysTest extends InABrowser {
    private static Walk walk;
    private static String signedIn = "";

    private final List<DynamicTest> journeys = new ArrayList<>();

    @BeforeAll
    static void people() {
        LivedIn.settle();
        somebody(OrganisationKind.ASSESSOR, "{9901}", null, null);
        somebody(OrganisationKind.OPERATOR, "{9901}", null, "{CMCC}");
        somebody(OrganisationKind.TOWER, "{9901}", null, null);
        somebody(OrganisationKind.DEPARTMENT, "{9901}", "{MED}", null);
        somebody(OrganisationKind.INTERNET, null, null, null);
        somebody(OrganisationKind.AUDITOR, null, null, null);
        long owner = somebody(OrganisationKind.OWNER, null, null, null);
        Town.store()
                .run(
                        Scope.PLATFORM,
                        client -> client.sql(
                                        "insert into organisation_place (organisation_id, place_id) values (:id, 'SIM-P02') on conflict do nothing")
                                .param("id", owner)
                                .update());
        walk = new Walk(browser, Town.server().url());
    }

    private static String login(OrganisationKind kind) {
        return kind == OrganisationKind.ADMINISTRATION
                ? Town.MANAGER
                : "rj-" + kind.name().toLowerCase(Locale.ROOT);
    }

    private static long somebody(OrganisationKind kind, String divisions, String scenarios, String operators) {
        long organisation = Town.organisation("RJ-" + kind, kind.name(), null, divisions);
        Town.store()
                .run(
                        Scope.PLATFORM,
                        client -> client.sql("""
                                update organisation set scenarios = :scenarios::text[], operators = :operators::text[]
                                where organisation_id = :id
                                """)
                                .param("scenarios", scenarios)
                                .param("operators", operators)
                                .param("id", organisation)
                                .update());
        Town.account(login(kind), organisation, "MANAGER");
        return organisation;
    }

    /** A journey of somebody who is signed in, in Chinese. */
    private void journey(OrganisationKind kind, String name, Consumer<Walk> steps) {
        String picture = "role-" + kind.name().toLowerCase(Locale.ROOT) + "-" + (journeys.size() + 1);
        journeys.add(DynamicTest.dynamicTest(name, () -> {
            if (!signedIn.equals(login(kind))) {
                browser.signIn(Town.server().url(), login(kind));
                signedIn = login(kind);
            }
            steps.accept(walk);
            walk.look(picture);
        }));
    }

    @TestFactory
    Stream<DynamicTest> administration() {
        OrganisationKind us = OrganisationKind.ADMINISTRATION;
        journey(
                us,
                "find a place by the initials of its name",
                walk -> walk.open("/ledger/places")
                        .fill("q", "mnzyy")
                        .press("筛选")
                        .see("模拟镇医院")
                        .click("main tbody a[href*='id=SIM-P02']")
                        .see("SIM-P02", "关键点位", "历史"));
        journey(
                us,
                "list places that lack kinds of key points, and take the list away",
                walk -> walk.open("/ledger/places?missing=yes")
                        .see("条符合筛选")
                        .save("main .tools a[href*='export.xlsx']"));
        journey(
                us,
                "keep a filter as a view and come back to it",
                walk -> walk.open("/ledger/places?scenario=EDU")
                        .tap(".views summary")
                        .fill("name", "高校")
                        .press("保存")
                        .tap(".views summary")
                        .follow("高校")
                        .see("模拟学院"));
        journey(
                us,
                "see what a file would change before it does",
                walk -> walk.open("/ledger/imports").click("main tbody a").see("新增", "拒收", "无变化"));
        journey(
                us,
                "decide what waits for a second person",
                walk -> walk.open("/ledger/baselines").see("旧区基线", "已拆除"));
        journey(
                us,
                "open the results of a month",
                walk -> walk.open("/evaluations")
                        .click("main a[href='/e/town']")
                        .see("总览"));
        journey(
                us,
                "go from a number that fails to the place behind it",
                walk -> walk.open("/e/town/places?verdict=FAIL&operator=CUCC")
                        .follow("模拟学院")
                        .see("不达标"));
        journey(
                us,
                "order an evaluation",
                walk -> walk.open("/jobs").follow("新建评测").see("标准", "时段"));
        journey(
                us,
                "invite a colleague",
                walk -> walk.open("/accounts")
                        .follow("新建账号")
                        .fill("login", "rj-colleague")
                        .fill("name", "新同事")
                        .press("建立并取得邀请码")
                        .see("只显示这一次"));
        journey(
                us,
                "see who changed what",
                walk -> walk.open("/audit?subject=place").see("LI-P1"));
        return journeys.stream();
    }

    @TestFactory
    Stream<DynamicTest> assessor() {
        OrganisationKind us = OrganisationKind.ASSESSOR;
        journey(us, "see where to begin", walk -> walk.open("/").see("您好", "评测"));
        journey(us, "order an evaluation", walk -> walk.open("/jobs/new").see("标准"));
        journey(
                us,
                "watch the months that are evaluated by themselves",
                walk -> walk.open("/schedules").see("停机错过的月份会补上"));
        journey(
                us,
                "see what is to be tested next",
                walk -> walk.open("/e/town/plan").see("下一步测什么"));
        journey(
                us,
                "take the tour of a day away",
                walk -> walk.open("/e/town/plan").save("main a[href*='tour.gpx']"));
        journey(
                us,
                "look at the samples of a place",
                walk -> walk.open("/e/town/place/samples?id=SIM-P13").see("模拟广场"));
        journey(
                us,
                "play a test back",
                walk -> walk.open("/e/town/replay?place=SIM-P13").see("对质"));
        journey(
                us,
                "see how a line went",
                walk -> walk.open("/e/town/lines").click("main tbody a").see("里程"));
        journey(
                us,
                "see what the standard asks",
                walk -> walk.open("/e/town/standard").see("95"));
        journey(
                us,
                "make a token for a program",
                walk -> walk.open("/own/tokens")
                        .fill("name", "回传")
                        .tap("input[value=RESULT_READ]")
                        .press("建立令牌")
                        .see("sgup_"));
        return journeys.stream();
    }

    @TestFactory
    Stream<DynamicTest> operator() {
        OrganisationKind us = OrganisationKind.OPERATOR;
        journey(
                us,
                "see one's own results and nobody else's",
                walk -> walk.open("/e/town").see("中国移动").miss("中国电信"));
        journey(
                us,
                "list what fails",
                walk -> walk.open("/e/town/places?verdict=FAIL").see("模拟广场"));
        journey(
                us,
                "see why points were lost",
                walk -> walk.open("/e/town/place?id=SIM-P13").see("干扰", "不达标"));
        journey(
                us,
                "look at the samples behind it",
                walk -> walk.open("/e/town/place/samples?id=SIM-P13").see("CMCC"));
        journey(
                us,
                "find the gaps of a road",
                walk -> walk.open("/e/town/line?id=SIM-L1").see("里程"));
        journey(
                us,
                "see failing places on the map",
                walk -> walk.open("/e/town/map?verdict=FAIL").see("地图"));
        journey(
                us,
                "take one's results away",
                walk -> walk.open("/e/town/downloads").save("main a[href*='.xlsx']"));
        journey(
                us,
                "report a place as done",
                walk -> walk.open("/ledger/places/entry?id=SIM-P04")
                        .fill("done_on", "2025-09-20")
                        .press("上报完成")
                        .see("2025-09-20"));
        journey(
                us,
                "take the report back",
                walk -> walk.open("/ledger/places/entry?id=SIM-P04")
                        .click(".claims form[action$='/claim/withdraw'] button")
                        .see("已撤回"));
        journey(
                us,
                "see what is to be tested next",
                walk -> walk.open("/e/town/plan").see("下一步测什么"));
        return journeys.stream();
    }

    @TestFactory
    Stream<DynamicTest> tower() {
        OrganisationKind us = OrganisationKind.TOWER;
        journey(us, "see where to begin", walk -> walk.open("/").see("您好", "台账"));
        journey(us, "see progress", walk -> walk.open("/e/town").see("总览"));
        journey(
                us,
                "list places without coverage",
                walk -> walk.open("/e/town/places?verdict=FAIL").see("模拟"));
        journey(
                us,
                "open one of them",
                walk -> walk.open("/e/town/places?verdict=FAIL")
                        .click("main tbody a")
                        .see("关键点位"));
        journey(us, "see them on the map", walk -> walk.open("/e/town/map").see("地图"));
        journey(
                us,
                "find gaps along a line",
                walk -> walk.open("/e/town/line?id=SIM-L1").see("里程"));
        journey(us, "take the list away", walk -> walk.open("/e/town/downloads").save("main a[href*='.csv']"));
        journey(
                us,
                "look a place up in the ledger",
                walk -> walk.open("/search?q=模拟大厦").see("模拟大厦"));
        journey(
                us,
                "see the key points of a place",
                walk -> walk.open("/ledger/places/entry?id=SIM-P08").see("关键点位"));
        journey(us, "compare two months", walk -> walk.open("/e/town/compare").see("对比"));
        return journeys.stream();
    }

    @TestFactory
    Stream<DynamicTest> department() {
        OrganisationKind us = OrganisationKind.DEPARTMENT;
        journey(
                us,
                "see one's own scenario only",
                walk -> walk.open("/ledger/places").see("模拟镇医院").miss("模拟学院"));
        journey(
                us,
                "add a place",
                walk -> walk.open("/ledger/places/add")
                        .fill("place_id", "RJ-MED-1")
                        .fill("name", "新建医院")
                        .choose("scenario", "MED")
                        .fill("division_code", "990101")
                        .fill("lon", "102.21")
                        .fill("lat", "40.61")
                        .choose("crs", "WGS84")
                        .fill("reason", "新增需求")
                        .press("保存")
                        .see("新建医院", "新增需求"));
        journey(
                us,
                "add a key point to it",
                walk -> walk.open("/ledger/places/entry?id=RJ-MED-1")
                        .follow("新增关键点位")
                        .see("新增"));
        journey(
                us,
                "change it",
                walk -> walk.open("/ledger/places/edit?id=RJ-MED-1")
                        .fill("address", "新址")
                        .fill("reason", "迁址")
                        .press("保存")
                        .see("新址", "迁址"));
        journey(
                us,
                "undo the change",
                walk -> walk.open("/ledger/places/entry?id=RJ-MED-1")
                        .click(".history button")
                        .see("撤销"));
        journey(
                us,
                "state how many hospitals there are",
                walk -> walk.open("/ledger/figures").see("底数"));
        journey(
                us,
                "see which hospitals lack key points",
                walk -> walk.open("/ledger/places?missing=yes").see("新建医院"));
        journey(
                us,
                "bring a list of hospitals",
                walk -> walk.open("/ledger/imports").save("main a[href*='template']"));
        journey(
                us,
                "see how one's hospitals did",
                walk -> walk.open("/e/town/places").see("模拟镇医院").miss("模拟学院"));
        journey(
                us,
                "see the stars of one",
                walk -> walk.open("/e/town/place?id=SIM-P02").see("★"));
        return journeys.stream();
    }

    @TestFactory
    Stream<DynamicTest> owner() {
        OrganisationKind us = OrganisationKind.OWNER;
        journey(us, "see where to begin", walk -> walk.open("/").see("您好"));
        journey(
                us,
                "see one's own place only",
                walk -> walk.open("/ledger/places").see("模拟镇医院").miss("模拟学院"));
        journey(
                us,
                "see what the ledger says about it",
                walk -> walk.open("/ledger/places/entry?id=SIM-P02").see("模拟业主"));
        journey(us, "see its key points", walk -> walk.open("/ledger/keypoints").see("SIM-P02"));
        journey(
                us,
                "see the results one may see",
                walk -> walk.open("/evaluations").see("town"));
        journey(
                us,
                "see how one's place did",
                walk -> walk.open("/e/town/place?id=SIM-P02").see("达标", "★"));
        journey(us, "see it on the map", walk -> walk.open("/e/town/map").see("地图"));
        journey(
                us,
                "see by what it is judged",
                walk -> walk.open("/e/town/standard").see("95"));
        journey(
                us,
                "take its results away",
                walk -> walk.open("/e/town/downloads").save("main a[href*='.xlsx']"));
        journey(us, "read one's notices", walk -> walk.open("/own/notices").see("通知"));
        return journeys.stream();
    }

    @TestFactory
    Stream<DynamicTest> internet() {
        OrganisationKind us = OrganisationKind.INTERNET;
        journey(us, "see where to begin", walk -> walk.open("/").see("您好", "台账").miss("评测结果"));
        journey(us, "look a place up", walk -> walk.open("/search?q=模拟广场").see("模拟广场"));
        journey(
                us,
                "list places of a scenario",
                walk -> walk.open("/ledger/places?scenario=TOUR").see("模拟湖景区"));
        journey(
                us,
                "see where a place is",
                walk -> walk.open("/ledger/places/entry?id=SIM-P10").see("经度"));
        journey(us, "see key points", walk -> walk.open("/ledger/keypoints").see("点位"));
        journey(us, "see lines", walk -> walk.open("/ledger/lines").see("线路"));
        journey(
                us,
                "take the ledger away",
                walk -> walk.open("/ledger/places").save("main a[href='/ledger/export.zip']"));
        journey(
                us,
                "see which divisions there are",
                walk -> walk.open("/ledger/divisions").see("旧市"));
        journey(
                us,
                "make a token for one's program",
                walk -> walk.open("/own/tokens").see("令牌"));
        journey(us, "see one's own account", walk -> walk.open("/own").see("我的账号"));
        return journeys.stream();
    }

    @TestFactory
    Stream<DynamicTest> auditor() {
        OrganisationKind us = OrganisationKind.AUDITOR;
        journey(us, "see who changed what", walk -> walk.open("/audit").see("操作记录"));
        journey(
                us,
                "find the changes of one entry",
                walk -> walk.open("/audit?subject=place&key=LI-P1").see("LI-P1"));
        journey(us, "take the record away", walk -> walk.open("/audit").save("main a[href*='/audit/list.csv']"));
        journey(
                us,
                "see the history of a place",
                walk -> walk.open("/ledger/places/entry?id=LI-P1").see("首批"));
        journey(
                us,
                "see what was frozen, and what was asked out",
                walk -> walk.open("/ledger/baselines").see("旧区基线"));
        journey(
                us,
                "see what was reported and what was measured",
                walk -> walk.open("/ledger/places/entry?id=SIM-P01").see("上报完成与实测"));
        journey(
                us,
                "see the quality of the data",
                walk -> walk.open("/e/town/quality").see("数据质量"));
        journey(
                us,
                "take the files as they are",
                walk -> walk.open("/e/town/downloads").save("main a[href*='/file/']"));
        journey(
                us,
                "see what another standard would say",
                walk -> walk.open("/e/town/whatif").see("如果换标准"));
        journey(
                us,
                "see the samples behind a verdict",
                walk -> walk.open("/e/town/place/samples?id=SIM-P03").see("模拟学院"));
        return journeys.stream();
    }
}
