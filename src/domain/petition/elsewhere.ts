/**
 * Where what is out of scope belongs (《北京市接诉即办工作条例》第11条第3款第2项、《潍坊市12345政务服务便民热线条例》第19条):
 * it is not handled here, and the petitioner is told where to go.
 */
export const otherWays = [
  'court',
  'arbitration',
  'reconsideration',
  'petitioning',
  'discipline',
  'police',
] as const
export type OtherWay = (typeof otherWays)[number]
