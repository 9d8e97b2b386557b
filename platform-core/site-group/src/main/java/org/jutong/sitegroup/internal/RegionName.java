package org.jutong.sitegroup.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Short names of regions, as a portal says them: 贵州省 → 贵州, 黔东南苗族侗族自治州 → 黔东南. */
final class RegionName {

    private static final String PEOPLES = "蒙古族|蒙古|回族|藏族|维吾尔族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族"
            + "|哈萨克族|哈萨克|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族|柯尔克孜|土族|达斡尔族|仫佬族"
            + "|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族|锡伯|阿昌族|普米族|塔吉克族|塔吉克|怒族|鄂温克族|德昂族|保安族|裕固族|独龙族"
            + "|鄂伦春族|门巴族|珞巴族|基诺族|各族";

    private static final Pattern AUTONOMOUS = Pattern.compile("(.{2,}?)(?:" + PEOPLES + ")*(?:自治区|自治州|自治县|自治旗)");

    private static final Pattern PLAIN = Pattern.compile("(.{2,}?)(?:特别行政区|特区|地区|林区|省|市|区|县|旗|盟)");

    private RegionName() {}

    static String shortOf(String name) {
        for (Pattern pattern : new Pattern[] {AUTONOMOUS, PLAIN}) {
            Matcher matcher = pattern.matcher(name);
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        return name;
    }
}
