package org.signalup.bench.internal.town;

import java.util.ArrayList;
import java.util.List;

/** Who lives in the town and how each key point is measured: a small table, read once. */
final class TownPlan {
    static final List<String> OPERATORS = List.of("CMCC", "CTCC", "CUCC");

    /**
     * A place. Rates read {@code tests:downlink:uplink:failed}, services {@code live:voice:payment} in per cent of tries
     * that succeed; {@code -} = not tested.
     */
    record SitePlan(
            String id,
            String name,
            String scenario,
            String category,
            double east,
            double north,
            String reported,
            String rates,
            String services,
            List<SpotPlan> spots) {}

    /**
     * A key point.
     *
     * @param floor {@code -} = outdoors
     * @param recipes one for each of CMCC, CTCC, CUCC
     * @param exempt reason, or empty
     */
    record SpotPlan(
            String id,
            String name,
            String kind,
            String floor,
            double east,
            double north,
            List<Recipe> recipes,
            String exempt) {
        boolean indoor() {
            return !"-".equals(floor);
        }
    }

    // place:  P|number|name|scenario|category|east|north|reported|rates|services
    // point:  K|name|kind|floor|recipe CMCC|recipe CTCC|recipe CUCC|exempt
    private static final String TABLE = """
            P|01|模拟镇政务服务中心|GOV|COUNTY_PLUS|0|0|2025-08-20|36:620:110:0|100:100:100
            K|政务服务大厅|SERVICE_HALL|1|PASS_A|PASS_A|PASS_A|
            K|业务窗口|COUNTER|1|PASS_A|PASS_A|PASS_A|
            K|行政事项受理点|ACCEPTANCE_POINT|2|PASS_A|PASS_A|PASS_A|
            P|02|模拟镇医院|MED|SECONDARY|800|0|2025-08-22|36:300:60:0|100:-:100
            K|门急诊区|OUTPATIENT|1|POOLED|POOLED|POOLED|
            K|输液室|INFUSION|1|POOLED|POOLED|POOLED|
            K|检验窗口|LAB_WINDOW|2|POOLED|POOLED|POOLED|
            K|住院部|WARD|6|POOLED|POOLED|POOLED|
            P|03|模拟学院|EDU|LOCAL|1600|0|2025-08-25|36:260:50:0|100:100:100
            K|图书馆|LIBRARY|3|PASS_B|PASS_B|PASS_B|
            K|教学楼|TEACHING|2|PASS_B|PASS_B|PASS_B|
            K|宿舍楼|DORMITORY|4|PASS_B|FAIL_WEAK|FAIL_NONE|
            K|校园绿地|CAMPUS_GREEN|-|CROWD|CROWD|CROWD|
            P|04|模拟火车站|HUB|RAIL_STATION|2400|0||36:240:48:0|96:97:98
            K|售票大厅|TICKET_HALL|1|PASS_B|PASS_B|PASS_B|
            K|候车区|WAITING_HALL|2|FAIL_TWICE|PASS_B|RETEST_TWICE|
            K|安检区|SECURITY_CHECK|1|PASS_B|PASS_B|PASS_C|
            P|05|模拟地铁一号站|METRO|STATION|0|800||36:320:70:0|100:100:100
            K|站台|PLATFORM|-2|RETEST_ONCE|PASS_B|PASS_B|
            K|检票口|GATE|-1|PASS_B|PASS_B|PASS_B|
            K|站厅|CONCOURSE|-1|PASS_B|PASS_B|PASS_B|
            P|06|模拟百货|SHOP|MALL|800|800|2025-08-28|36:280:52:0|99:100:99
            K|收银区|CASHIER|1|PASS_C|PASS_C|PASS_C|
            K|餐饮区|FOOD_COURT|4|PASS_C|PASS_C|PASS_C|
            K|地下停车场|UNDERGROUND_PARKING|-2|TOO_FEW|PASS_B|PASS_B|
            K|员工通道|SHOP_UNIT|1|NOTHING|NOTHING|NOTHING|不对外开放（模拟）
            P|07|模拟花园小区|RES|COMPOUND|1600|800|2025-08-28|36:30:4:4|80:80:80
            K|电梯|LIFT|1|LOW_PASS|LOW_PASS|LOW_PASS|
            K|地下停车场|UNDERGROUND_PARKING|-1|LOW_PASS|LOW_PASS|LOW_PASS|
            K|便民商店|LIVING_SHOP|1|PASS_B|PASS_B|PASS_B|
            P|08|模拟大厦|OFF|OFFICE_A|2400|800|2025-08-30|36:640:120:0|100:100:100
            K|大堂|LOBBY|1|SELF_ONLY|SELF_ONLY|SELF_ADDED|
            K|会议室|MEETING_ROOM|12|SELF_ONLY|SELF_ONLY|SELF_ADDED|
            P|09|模拟村|RURAL|VILLAGE|0|1600||-|-
            K|村委会|VILLAGE_COMMITTEE|-|CROWD|CROWD|CROWD|
            K|集市|MARKET|-|CROWD|CROWD|CROWD|
            K|村卫生室|VILLAGE_CLINIC|1|PASS_B|PASS_B|PASS_B|
            P|10|模拟湖景区|TOUR|SCENIC_4A|800|1600|2025-08-15|36:120:24:0|98:100:98
            K|游客服务中心|VISITOR_CENTRE|1|PASS_B|PASS_B|PASS_B|
            K|区内景点|ATTRACTION|-|CROWD|CROWD|CROWD|
            K|索道上站|CABLEWAY_UPPER|-|WALKED|WALKED|WALKED|
            P|11|模拟服务区|TRANSPORT|ROAD_POINT|1600|1600||36:80:14:0|96:96:96
            K|服务区|SERVICE_AREA|-|WALKED|WALKED|WALKED|
            K|休息室|SERVICE_AREA|1|PASS_B|PASS_B|PASS_B|
            P|12|模拟博物馆|TOUR|MUSEUM_2|2400|1600|2025-08-10|-|-
            K|展览展示区|EXHIBITION|1|NOTHING|NOTHING|NOTHING|
            K|售票处|TICKET_OFFICE|1|NOTHING|NOTHING|NOTHING|
            P|13|模拟广场|TOUR|CITY_SQUARE|0|2400||36:200:40:0|100:100:100
            K|休闲区|LEISURE_AREA|-|FAIL_NOISE|WALKED|WALKED|
            K|演出台|ATTRACTION|-|WALKED|WALKED|WALKED|
            P|14|模拟汽车站|HUB|COACH_2|800|2400|2025-08-18|36:640:120:4|100:100:100
            K|售票大厅|TICKET_HALL|1|PASS_A|PASS_A|PASS_A|
            K|候车区|WAITING_HALL|1|PASS_A|PASS_A|PASS_A|
            P|15|模拟写字楼|OFF|OFFICE_A|1600|2400||-|-
            K|大堂|LOBBY|1|PASS_B|PASS_B|PASS_B|
            K|办公区|OFFICE_AREA|8|NOTHING|NOTHING|NOTHING|
            """;

    private TownPlan() {}

    static List<SitePlan> sites() {
        List<SitePlan> sites = new ArrayList<>();
        for (String line : TABLE.lines().toList()) {
            String[] f = line.split("\\|", -1);
            if (f[0].equals("P")) {
                double east = Double.parseDouble(f[5]);
                double north = Double.parseDouble(f[6]);
                sites.add(new SitePlan(
                        "SIM-P" + f[1], f[2], f[3], f[4], east, north, f[7], f[8], f[9], new ArrayList<>()));
            } else {
                SitePlan site = sites.get(sites.size() - 1);
                site.spots().add(spot(site, f));
            }
        }
        return sites;
    }

    private static SpotPlan spot(SitePlan site, String[] f) {
        int number = site.spots().size() + 1;
        // Key points of a place stand apart by more than two radii, so that a position belongs to one of them only.
        double east = site.east() + (number % 2 == 0 ? 110 : 0);
        double north = site.north() + (number > 2 ? 110 : 0);
        List<Recipe> recipes = List.of(Recipe.valueOf(f[4]), Recipe.valueOf(f[5]), Recipe.valueOf(f[6]));
        return new SpotPlan(site.id() + "-K" + number, f[1], f[2], f[3], east, north, recipes, f[7]);
    }
}
